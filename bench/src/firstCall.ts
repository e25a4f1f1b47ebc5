/** The smallest program with a promise client: one call. */
import { createLumnis } from "@trilum/lumnis/promise"

const lumnis = createLumnis()
await lumnis.users.get("ann@example.com")
await lumnis.close()
