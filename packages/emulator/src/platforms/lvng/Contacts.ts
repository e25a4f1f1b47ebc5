/**
 * Contacts. Two of a tenant cannot have the same e-mail address.
 */
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { structured } from "./Errors.js"
import { byOffset } from "./Paging.js"
import * as Table from "./Table.js"

export const contacts: Table.Table = {
  name: "contacts",
  noun: "Contact",
  newId: (context) => context.ids.uuid("contact"),
  stamps: ["created_at", "updated_at"],
  make: (input) => ({
    name: "Contact",
    email: null,
    phone: null,
    company: null,
    title: null,
    tags: [],
    notes: null,
    source: "manual",
    ...input
  })
}

const contact = Table.under("contact")

const create = Table.creating(contacts, contact)

const isTaken = (call: Call, context: Context): boolean => {
  const email = Table.text(call.body, "email")?.toLowerCase()
  return (
    email !== undefined &&
    Table.mine(contacts, call, context).some(({ value }) => Table.text(value, "email")?.toLowerCase() === email)
  )
}

export const handlers: Handlers = {
  createContact: (call, context) =>
    isTaken(call, context)
      ? structured(409, "ALREADY_EXISTS", `There is a contact ${String(call.body["email"])} already.`)
      : create(call, context),
  listContacts: (call, context) => {
    const { info, items } = byOffset(call, Table.mine(contacts, call, context))
    return Reply.json(200, { success: true, contacts: items.map(({ value }) => value), pagination: info })
  },
  getContact: Table.getting(contacts, contact),
  updateContact: Table.updating(contacts, contact),
  deleteContact: Table.deleting(contacts),
  listContactInteractions: Table.withRow(contacts, () => Reply.json(200, { success: true, interactions: [] })),
  listContactRelationships: Table.withRow(contacts, () => Reply.json(200, { success: true, relationships: [] }))
}
