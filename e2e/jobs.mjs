/**
 * The same ten jobs on every runtime, with nothing but the installed packages and the web platform. Each returns what the
 * test compares.
 */
import { createLuml } from "@trilum/luml/promise"
import { createLumnis, NotFoundError } from "@trilum/lumnis/promise"
import { createLvng } from "@trilum/lvng/promise"

const collect = async (iterable) => {
  const items = []
  for await (const item of iterable) items.push(item)
  return items
}

/** `urls` of an emulator; `name` keeps runtimes apart; `artifact` the bytes of an archive of LUML. */
export const runJobs = async ({ artifact, name, urls }) => {
  const userId = `${name}@example.com`
  const lumnis = createLumnis({ apiKey: "key", baseUrl: urls.lumnis })
  const lvng = createLvng({ apiKey: "lvng_sk_live_0123456789abcdef0123456789abcdef", baseUrl: urls.lvng })
  const luml = createLuml({ apiKey: "dfs_key", baseUrl: urls.luml })
  const ada = lumnis.forUser(userId)

  const jobs = {
    create: async () => (await lumnis.users.create({ email: userId })).email === userId,
    list: async () => (await collect(lumnis.users.listAll())).some(({ email }) => email === userId),
    "typed error": async () => {
      try {
        await ada.threads.get("00000000-0000-4000-8000-000000000000")
        return "no error"
      } catch (error) {
        return error instanceof NotFoundError && error.status === 404
      }
    },
    run: async () => (await ada.invoke("Hello")).output_text.length > 0,
    "stream of a run": async () => (await collect(ada.invokeStream("Hello"))).at(-1)._tag === "Completed",
    chat: async () => (await collect(lvng.chat.streamText("Hello"))).join("").length > 0,
    "file up and down": async () => {
      const content = new TextEncoder().encode(`from ${name}`)
      const { file_id } = await ada.files.upload({ file: { filename: `${name}.txt`, content }, scope: "user" })
      const bytes = await collect(ada.files.download(file_id))
      return new TextDecoder().decode(Uint8Array.from(bytes.flatMap((chunk) => [...chunk]))) === `from ${name}`
    },
    "artifact up and down": async () => {
      const collection = await luml.collections.create({ name, description: "", type: "mixed" })
      const { artifacts } = luml.withCollection(collection.id)
      const uploaded = await artifacts.upload(artifact, { fileName: "rows.luml", name })
      const copy = await artifacts.bytes(uploaded)
      return copy.length === artifact.length && copy.every((byte, i) => byte === artifact[i])
    },
    abort: async () => {
      const controller = new AbortController()
      const running = ada.invoke("Hello", { signal: controller.signal })
      controller.abort()
      return running.then(
        () => "not aborted",
        (error) => error.name === "AbortError"
      )
    },
    close: async () => {
      await Promise.all([lumnis.close(), lvng.close(), luml.close()])
      return lumnis.users.list().then(
        () => "not closed",
        (error) => error.name === "AbortError"
      )
    }
  }

  const results = {}
  for (const [job, run] of Object.entries(jobs)) {
    try {
      results[job] = await run()
    } catch (error) {
      results[job] = String(error?.stack ?? error)
    }
  }
  return results
}
