/** Writes modules that export every resource of every client, as a library would. */
import { writeFileSync } from "node:fs"

let promises = ""
let effects = 'import * as Effect from "effect/Effect"\n'
for (const [name, tag] of [
  ["lumnis", "Lumnis"],
  ["lvng", "Lvng"],
  ["luml", "Luml"]
]) {
  promises += `import { create${tag} } from "@trilum/${name}/promise"\nexport const ${name} = create${tag}()\n`
  effects += `import { ${tag} } from "@trilum/${name}"\n`
  for (const resource of Object.keys(await import(`@trilum/${name}/resources`))) {
    promises += `export const ${name}_${resource} = ${name}.${resource}\n`
    effects += `export const ${name}_${resource} = Effect.map(${tag}, (client) => client.${resource})\n`
  }
}
writeFileSync("promises.ts", promises)
writeFileSync("effects.ts", effects)
