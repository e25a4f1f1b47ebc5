import { walk } from "@trilum/testing/canary"
import { catalog } from "../src/generated/catalog.js"

walk("lvng", catalog)
