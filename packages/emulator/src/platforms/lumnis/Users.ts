/**
 * Users: created or updated by e-mail, read by id or e-mail. Deleting a user deletes what is theirs.
 */
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound, rejected } from "./Errors.js"
import { bind, retire, userIdOf } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"
import * as Run from "./Run.js"
import { threadViews } from "./Threads.js"

const find = (call: Call, context: Context): Records.UserRecord | undefined => {
  const id = userIdOf(context, call.caller.tenantId, call.path["user_identifier"] ?? "")
  const user = Records.users(context).get(id)
  return user?.tenant_id === call.caller.tenantId ? user : undefined
}

const withUser = (call: Call, context: Context, use: (user: Records.UserRecord) => Reply.Reply): Reply.Reply => {
  const user = find(call, context)
  return user === undefined ? notFound("User") : use(user)
}

const names = (call: Call): Partial<Pick<Records.UserRecord, "first_name" | "last_name">> => ({
  ...("first_name" in call.body ? { first_name: Query.textOrNull(call.body, "first_name") } : {}),
  ...("last_name" in call.body ? { last_name: Query.textOrNull(call.body, "last_name") } : {})
})

const inTenant = (call: Call, context: Context): ReadonlyArray<Records.UserRecord> =>
  Records.users(context)
    .values()
    .filter((user) => user.tenant_id === call.caller.tenantId)

const matches = (user: Records.UserRecord, search: string): boolean =>
  [user.email, user.first_name, user.last_name, `${user.first_name ?? ""} ${user.last_name ?? ""}`].some(
    (field) => field?.toLowerCase().includes(search.toLowerCase()) === true
  )

const remove = (user: Records.UserRecord, context: Context): void => {
  for (const thread of Records.threads(context).values()) {
    if (thread.user_id === user.id) Records.threads(context).delete(thread.thread_id)
  }
  for (const run of Records.runs(context).values()) {
    if (run.user_id !== user.id) continue
    Records.runs(context).delete(run.response_id)
    context.changes.notify(run.response_id)
  }
  Records.users(context).delete(user.id)
  retire(context, user.tenant_id, user.email)
}

export const handlers: Handlers = {
  createUser: (call, context) => {
    const { tenantId } = call.caller
    const email = Query.text(call.body, "email") ?? ""
    const id = userIdOf(context, tenantId, email)
    const before = Records.users(context).get(id)
    const now = Records.iso(context.clock.now())
    const user: Records.UserRecord =
      before !== undefined
        ? { ...before, ...names(call), updated_at: now }
        : {
            id,
            email,
            first_name: null,
            last_name: null,
            ...names(call),
            tenant_id: tenantId,
            is_active: true,
            created_at: now,
            updated_at: now
          }
    bind(context, tenantId, email, id)
    Records.users(context).set(id, user)
    return Reply.json(before === undefined ? 201 : 200, user)
  },
  listUsers: (call, context) => {
    const search = Query.text(call.query, "search")
    const all = inTenant(call, context).filter((user) => search === undefined || matches(user, search))
    const window = Query.pageWindow(call.query)
    const pages = Math.ceil(all.length / window.size)
    return Reply.json(200, {
      users: Query.page(all, window),
      pagination: {
        page: window.page,
        page_size: window.size,
        total: all.length,
        total_pages: pages,
        has_next: window.page < pages,
        has_prev: window.page > 1
      }
    })
  },
  getUser: (call, context) => withUser(call, context, (user) => Reply.json(200, user)),
  updateUser: (call, context) =>
    withUser(call, context, (user) => {
      const email = Query.text(call.body, "email") ?? user.email
      if (email.toLowerCase() !== user.email.toLowerCase()) {
        const taken = inTenant(call, context).some((other) => other.email.toLowerCase() === email.toLowerCase())
        if (taken) return rejected(409, "ALREADY_EXISTS", "Another user has this e-mail address.")
        retire(context, user.tenant_id, user.email)
        bind(context, user.tenant_id, email, user.id)
      }
      const updated = { ...user, ...names(call), email, updated_at: Records.iso(context.clock.now()) }
      Records.users(context).set(user.id, updated)
      return Reply.json(200, updated)
    }),
  deleteUser: (call, context) =>
    withUser(call, context, (user) => {
      remove(user, context)
      return Reply.json(200, { message: "User deleted successfully", user_id: user.id })
    }),
  listUserResponses: (call, context) =>
    withUser(call, context, (user) => {
      const mine = Run.newestFirst(context).filter((run) => run.user_id === user.id)
      const shown = Query.page(mine, Query.pageWindow(call.query))
      return Reply.json(
        200,
        shown.map((run) => Run.view(run, context.clock.now()))
      )
    }),
  listUserThreads: (call, context) =>
    withUser(call, context, (user) => {
      const mine = threadViews(context, (thread) => thread.user_id === user.id)
      return Reply.json(200, Query.page(mine, Query.pageWindow(call.query)))
    })
}
