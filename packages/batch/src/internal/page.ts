/** The status page of a worker: no requests but to `events`, all text set as text. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trilum batches</title>
<style>
  :root { color-scheme: light dark; --line: #8884; --good: #2a8a4a; --bad: #c03a3a; --busy: #3a78c0; }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.3rem; margin: 0 0 .25rem; }
  p { margin: .25rem 0 1rem; opacity: .8; }
  .table { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th, td { text-align: right; padding: .4rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
  th:first-child, td:first-child, th:nth-child(2), td:nth-child(2) { text-align: left; }
  .bar { display: flex; height: .6rem; min-width: 8rem; border-radius: .3rem; overflow: hidden; background: var(--line); }
  .bar span { display: block; height: 100%; }
  .succeeded { background: var(--good); } .failed { background: var(--bad); } .running { background: var(--busy); }
  .failures { text-align: left; white-space: normal; color: var(--bad); }
  #lost { color: var(--bad); }
</style>
</head>
<body>
<h1>Trilum batches</h1>
<p id="worker" role="status">Connecting</p>
<p id="lost" role="alert" hidden>The connection to the worker is lost. The figures are old.</p>
<div class="table"><table>
<thead><tr><th>Batch</th><th>State</th><th>Progress</th><th>Done</th><th>Failed</th><th>Running</th><th>Results/s</th><th>Left</th></tr></thead>
<tbody id="batches"></tbody>
</table></div>
<script>
const cell = (row, text, name) => { const td = row.insertCell(); td.textContent = text; if (name) td.className = name; return td }
const time = (ms) => {
  if (ms === null) return "\\u2013"
  const s = Math.round(ms / 1000)
  return s < 60 ? s + " s" : s < 3600 ? Math.round(s / 60) + " min" : (s / 3600).toFixed(1) + " h"
}
const show = ({ worker, batches }) => {
  document.getElementById("worker").textContent = worker.name + ", tenant " + worker.tenant + ": " + worker.state +
    ", " + worker.running + " of " + worker.concurrency + " places in use, database " + (worker.isConnected ? "connected" : "not reachable")
  const body = document.getElementById("batches")
  body.replaceChildren()
  for (const { counts, failures, id, perSecond, remaining, state, total } of batches) {
    const row = body.insertRow()
    cell(row, id)
    cell(row, state)
    const bar = document.createElement("div")
    bar.className = "bar"
    for (const name of ["succeeded", "failed", "running"]) {
      const part = document.createElement("span")
      part.className = name
      part.style.width = (total === 0 ? 0 : counts[name] * 100 / total) + "%"
      bar.append(part)
    }
    row.insertCell().append(bar)
    cell(row, counts.succeeded + counts.failed + counts.cancelled + " / " + total)
    cell(row, counts.failed)
    cell(row, counts.running)
    cell(row, perSecond.toFixed(1))
    cell(row, time(remaining))
    const kinds = Object.entries(failures)
    if (kinds.length > 0) {
      const more = body.insertRow()
      cell(more, kinds.map(([kind, count]) => kind + ": " + count).join(", "), "failures").colSpan = 8
    }
  }
}
const source = new EventSource("events")
source.onmessage = ({ data }) => { document.getElementById("lost").hidden = true; show(JSON.parse(data)) }
source.onerror = () => { document.getElementById("lost").hidden = false }
</script>
</body>
</html>
`
