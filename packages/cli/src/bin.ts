/**
 * The entry of the `trilum` command. `--version` answers at once; all else is loaded when it is needed.
 *
 * @since 0.1.0
 */
const version = process.env["TRILUM_VERSION"] ?? "0.0.0"
const argv = process.argv.slice(2)

const start = async (): Promise<void> => {
  const { main } = await import("./main.js")
  const { make } = await import("./processIo.js")
  process.exitCode = await main(argv, make(version))
}

if (argv.length === 1 && ["--version", "-V", "-v"].includes(argv[0] ?? "")) {
  process.stdout.on("error", () => undefined)
  process.stdout.write(`${version}\n`)
} else {
  await start()
}
