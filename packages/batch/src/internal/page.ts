/** The status page of a worker: no requests but to `events`, all text set as text. On a narrow screen a row is a card. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trilum batches</title>
<style>
  :root { color-scheme: light dark; --ground: #fff; --text: #1c1e21; --soft: #5c6168; --line: #dcdfe3;
    --good: #1f7a3d; --bad: #b3261e; --busy: #2563b0; }
  @media (prefers-color-scheme: dark) { :root { --ground: #16181b; --text: #e8eaed; --soft: #a4aab2; --line: #363a40;
    --good: #4fbf73; --bad: #ff8a80; --busy: #6aa5f0; } }
  body { background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; max-width: 72rem;
    margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
  p { margin: .25rem 0 1rem; color: var(--soft); overflow-wrap: anywhere; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: right; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
  th { color: var(--soft); font-weight: 500; }
  th:first-child, td:first-child, th:nth-child(2), td:nth-child(2) { text-align: left; }
  td:first-child { overflow-wrap: anywhere; }
  .bar { display: flex; height: .6rem; min-width: 8rem; border-radius: .3rem; overflow: hidden; background: var(--line); }
  .bar span { display: block; height: 100%; }
  .succeeded { background: var(--good); } .failed { background: var(--bad); } .running { background: var(--busy); }
  p.alert, td.failures { color: var(--bad); }
  td.failures { text-align: left; overflow-wrap: anywhere; }
  @media (max-width: 45rem) {
    body { margin: 1rem auto; }
    thead { display: none; }
    table, tbody { display: block; }
    tr { display: grid; grid-template-columns: 1fr 1fr; gap: .1rem 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
    td { display: flex; justify-content: space-between; gap: .5rem; padding: 0; border: 0; }
    td::before { content: attr(data-label); color: var(--soft); }
    td:first-child, td.progress, td.failures { grid-column: 1 / -1; display: block; }
    td:first-child { font-weight: 600; }
    td:first-child::before, td.progress::before, td.failures::before { content: none; }
    tr:has(+ tr .failures) { border-bottom: 0; padding-bottom: 0; }
    tr:has(.failures) { padding-top: 0; }
  }
</style>
</head>
<body>
<h1>Trilum batches</h1>
<p id="worker">Connecting</p>
<p id="keys" class="alert" role="alert" hidden></p>
<p id="lost" class="alert" role="alert" hidden>The connection to the worker is lost. The figures are old.</p>
<table>
<thead><tr><th>Batch</th><th>State</th><th>Progress</th><th>Done</th><th>Failed</th><th>Running</th><th>Results/s</th><th>Left</th></tr></thead>
<tbody id="batches"></tbody>
</table>
<script>
const byId = (id) => document.getElementById(id)
const labels = [...document.querySelectorAll("th")].map((th) => th.textContent)
const cell = (row, text, name = "") => {
  const td = row.insertCell()
  td.className = name
  td.dataset.label = labels[td.cellIndex]
  td.append(text)
  return td
}
const time = (ms) => {
  if (ms === null) return "\\u2013"
  const s = Math.round(ms / 1000)
  return s < 60 ? s + " s" : s < 3600 ? Math.round(s / 60) + " min" : (s / 3600).toFixed(1) + " h"
}
const bar = (counts, total) => {
  const whole = document.createElement("div")
  whole.className = "bar"
  for (const name of ["succeeded", "failed", "running"]) {
    const part = document.createElement("span")
    part.className = name
    part.style.width = (total === 0 ? 0 : counts[name] * 100 / total) + "%"
    whole.append(part)
  }
  return whole
}
const show = ({ worker, batches }) => {
  byId("worker").textContent = worker.name + ", tenant " + worker.tenant + ": " + worker.state + ", " + worker.running +
    " of " + worker.concurrency + " places in use, database " + (worker.isConnected ? "connected" : "not reachable")
  const keys = Object.entries(worker.rejectedKeys).map(([platform, message]) => "No items of " + platform + ": " + message)
  byId("keys").textContent = keys.join(". ")
  byId("keys").hidden = keys.length === 0
  const body = byId("batches")
  body.replaceChildren()
  for (const { counts, failures, id, perSecond, remaining, state, total } of batches) {
    const row = body.insertRow()
    cell(row, id)
    cell(row, state)
    cell(row, bar(counts, total), "progress")
    cell(row, counts.succeeded + counts.failed + counts.cancelled + " / " + total)
    cell(row, counts.failed)
    cell(row, counts.running)
    cell(row, perSecond.toFixed(1))
    cell(row, time(remaining))
    const kinds = Object.entries(failures)
    if (kinds.length > 0) {
      cell(body.insertRow(), kinds.map(([kind, count]) => kind + ": " + count).join(", "), "failures").colSpan = labels.length
    }
  }
}
const source = new EventSource("events")
source.onmessage = ({ data }) => { byId("lost").hidden = true; show(JSON.parse(data)) }
source.onerror = () => { byId("lost").hidden = false }
</script>
</body>
</html>
`
