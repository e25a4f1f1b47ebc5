import { walk, walkPromises } from "@trilum/testing/canary"
import { catalog } from "../src/generated/catalog.js"
import { createLumnis } from "../src/promise.js"

walk("lumnis", catalog)
walkPromises("lumnis", catalog, { open: createLumnis })
