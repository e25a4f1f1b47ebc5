/**
 * The caller's own account: profile, key, invitations, and signing up and in.
 */

import * as Reply from "../../Reply.js"
import { addMember, checkMemberships } from "./Organizations.js"
import type { InviteRecord, UserRecord } from "./Records.js"
import {
  changed,
  gone,
  type Handler,
  type Handlers,
  ok,
  pathId,
  reject,
  type Session,
  stamp,
  textOf,
  textOrNull
} from "./Session.js"
import * as Views from "./Views.js"
import { hashOf } from "./World.js"

const length = 43

/** A key of the server's form: a prefix and 43 URL-safe characters. */
export const newKey = (session: Session, prefix: string): string => {
  const hex = session.context.ids.hex("luml.key", 64)
  return prefix + Buffer.from(hex, "hex").toString("base64url").slice(0, length)
}

const revoke = ({ tables, user }: Session): void => {
  for (const [id, key] of tables.keys.entries()) {
    if (key.user_id === user.id && key.kind === "api_key") tables.keys.set(id, { ...key, revoked: true })
  }
}

const inviteOf = (session: Session): InviteRecord => {
  const invite = session.tables.invites.get(pathId(session, "invite_id"))
  if (invite === undefined) throw reject(404, "Organization invite not found")
  if (invite.email !== session.user.email) throw reject(403, "This invite is not for you")
  return invite
}

export const handlers: Handlers = {
  validateApiKey: () => gone,
  createApiKey: (session) => {
    revoke(session)
    const key = newKey(session, "dfs_")
    session.tables.keys.set(hashOf(key), { user_id: session.user.id, kind: "api_key", revoked: false })
    return ok({ key })
  },
  deleteApiKey: (session) => {
    revoke(session)
    return gone
  },
  listMyInvitations: (session) => {
    const own = session.tables.invites.values().filter(({ email }) => email === session.user.email)
    return ok(own.map((invite) => Views.invite(session, invite)))
  },
  acceptInvitation: (session) => {
    const invite = inviteOf(session)
    checkMemberships(session, session.user.id)
    addMember(session, invite.organization_id, session.user.id, invite.role)
    session.tables.invites.delete(invite.id)
    return ok(null)
  },
  rejectInvitation: (session) => {
    session.tables.invites.delete(inviteOf(session).id)
    return gone
  },
  getMe: (session) => ok(Views.user(session, session.user.id)),
  updateMe: (session) => {
    const record = changed(session, session.user, ["full_name", "photo"])
    session.tables.users.set(record.id, { ...session.user, full_name: record.full_name, photo: record.photo })
    return ok({ detail: "User account updated" })
  },
  deleteMe: (session) => {
    const { tables, user } = session
    tables.users.set(user.id, { ...user, disabled: true })
    return ok({ detail: "User account deleted" })
  }
}

/** Signing up and in: calls without a caller. */
export const open: Readonly<Record<string, Handler>> = {
  signUp: (session) => {
    const { body } = session.call
    const email = textOf(body, "email") ?? ""
    if (session.tables.users.values().some((user) => user.email === email))
      throw reject(400, "Email already registered")
    const { id } = stamp(session, "user")
    const user: UserRecord = {
      id,
      email,
      full_name: textOrNull(body, "full_name"),
      disabled: false,
      photo: textOrNull(body, "photo")
    }
    session.tables.users.set(id, user)
    session.tables.passwords.set(id, hashOf(`${id}${textOf(body, "password") ?? ""}`))
    return ok({ detail: "Please confirm your email address" })
  },
  signIn: (session) => {
    const { body } = session.call
    const user = session.tables.users.values().find(({ email }) => email === textOf(body, "email"))
    const password = session.tables.passwords.get(user?.id ?? "")
    if (user === undefined || user.disabled || password !== hashOf(`${user.id}${textOf(body, "password") ?? ""}`)) {
      throw reject(400, "Invalid email or password")
    }
    const token = newKey(session, "session-")
    session.tables.keys.set(hashOf(token), { user_id: user.id, kind: "jwt", revoked: false })
    const cookie = `access_token=${token}; HttpOnly; Path=/; SameSite=Lax`
    return Reply.json(200, { detail: "Successfully logged in", user_id: user.id }, { "set-cookie": cookie })
  }
}
