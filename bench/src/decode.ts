/** Decoding a list of 100 records against JSON.parse of the same text. */
import * as Decoder from "@trilum/core/Decoder"
import { UserListSchema } from "@trilum/lumnis/generated/users"
import { costs, cpu, type Row, row } from "./measure.js"
import { userList } from "./records.js"

export const listDecode = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  const text = userList()
  const decode = Decoder.compile(UserListSchema)
  const times = smoke ? 20 : 400
  const repeat = (f: () => unknown) => async (): Promise<void> => {
    for (let n = 0; n < times; n++) f()
  }
  return [
    row(
      "decode: list of 100 records, text to values / JSON.parse",
      "max",
      2,
      await costs({
        rounds: smoke ? 2 : 15,
        meter: cpu,
        subject: repeat(() => {
          const result = decode(JSON.parse(text))
          if (!result.ok) throw new Error("the list does not decode")
        }),
        baseline: repeat(() => JSON.parse(text))
      })
    )
  ]
}
