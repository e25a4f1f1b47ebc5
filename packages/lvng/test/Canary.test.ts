import { walk, walkPromises } from "@trilum/testing/canary"
import { catalog } from "../src/generated/catalog.js"
import { createLvng } from "../src/promise.js"

walk("lvng", catalog)
walkPromises("lvng", catalog, { open: createLvng })
