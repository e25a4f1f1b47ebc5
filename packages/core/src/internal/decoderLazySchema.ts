/**
 * A schema whose tree is built when it is first read.
 *
 * Generated modules declare hundreds of schemas and a program uses a few of them. `Schema.make` defines a class for each
 * and needs its tree at once, which would cost every import of a client tens of milliseconds.
 */
import * as Pipeable from "effect/Pipeable"
import * as Schema from "effect/Schema"
import type * as AST from "effect/SchemaAST"

const identity = <T>(value: T): T => value

const variance = { _A: identity, _I: identity, _R: identity }

class LazySchema<A> extends Pipeable.Class() implements Schema.Schema<A, unknown> {
  declare readonly Type: A
  declare readonly Encoded: unknown
  declare readonly Context: never
  readonly #build: () => AST.AST
  #ast: AST.AST | undefined

  constructor(build: () => AST.AST) {
    super()
    this.#build = build
  }

  get [Schema.TypeId](): Schema.Schema.Variance<A, unknown, never>[Schema.TypeId] {
    return variance
  }

  get ast(): AST.AST {
    this.#ast ??= this.#build()
    return this.#ast
  }

  annotations(annotations: Schema.Annotations.GenericSchema<A>): Schema.Schema<A, unknown> {
    return Schema.make<A, unknown>(this.ast).annotations(annotations)
  }

  override toString(): string {
    return String(this.ast)
  }
}

export const make = <A>(build: () => AST.AST): Schema.Schema<A, unknown> => new LazySchema<A>(build)
