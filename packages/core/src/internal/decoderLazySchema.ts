/**
 * A schema whose tree is built when it is first read.
 *
 * Generated modules declare hundreds of schemas and a program uses a few of them. `Schema.make` defines a class for each
 * and needs its tree at once, which would cost every import of a client tens of milliseconds.
 */
import * as Pipeable from "effect/Pipeable"
import * as Schema from "effect/Schema"
import * as AST from "effect/SchemaAST"

const identity = <T>(value: T): T => value

const variance = { _A: identity, _I: identity, _R: identity }

class LazySchema<A, I> extends Pipeable.Class() implements Schema.Schema<A, I> {
  declare readonly Type: A
  declare readonly Encoded: I
  declare readonly Context: never
  readonly #build: () => AST.AST
  #ast: AST.AST | undefined
  #building = false

  constructor(build: () => AST.AST) {
    super()
    this.#build = build
  }

  get [Schema.TypeId](): Schema.Schema.Variance<A, I, never>[Schema.TypeId] {
    return variance
  }

  /** While it is being built, a reference to it: a schema that contains itself is suspended where the cycle closes. */
  get ast(): AST.AST {
    if (this.#ast === undefined) {
      if (this.#building) return new AST.Suspend(() => this.ast)
      this.#building = true
      try {
        this.#ast = this.#build()
      } finally {
        this.#building = false
      }
    }
    return this.#ast
  }

  annotations(annotations: Schema.Annotations.GenericSchema<A>): Schema.Schema<A, I> {
    return Schema.make<A, I>(this.ast).annotations(annotations)
  }

  override toString(): string {
    return String(this.ast)
  }
}

export const make = <A, I = unknown>(build: () => AST.AST): Schema.Schema<A, I> => new LazySchema<A, I>(build)
