import * as Kind from "@trilum/core/Options"

/** The place of a call, by ids or exact names. */
export const place = {
  /** The organization of calls, by id or exact name. */
  organization: Kind.string,
  /** The orbit of calls, by id or exact name. */
  orbit: Kind.string,
  /** The collection of calls, by id or exact name. */
  collection: Kind.string
}

/**
 * What the methods of this package take beside the options of every call. They pass their options on as they are, so a
 * name that none of them has is found by the first request, before it is sent.
 */
export const callOptions = {
  ...place,
  progress: Kind.either(Kind.boolean, Kind.fn()),
  name: Kind.string,
  description: Kind.string,
  tags: Kind.array(Kind.string),
  type: Kind.string,
  fileName: Kind.string,
  maxSize: Kind.number(0),
  concurrency: Kind.integer(1),
  contentMd5: Kind.boolean,
  state: Kind.either(Kind.string, Kind.boolean),
  unfinished: Kind.literal("settle", "keep"),
  verify: Kind.boolean,
  partSize: Kind.integer(1),
  overwrite: Kind.boolean,
  resume: Kind.boolean,
  force: Kind.boolean,
  stage: Kind.string,
  test: Kind.boolean,
  overwriteTestFile: Kind.boolean
}
