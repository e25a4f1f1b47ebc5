declare module "jsdom" {
  export class JSDOM {
    readonly window: {
      readonly Blob: typeof Blob
      readonly File: typeof File
      readonly FormData: typeof FormData
      readonly FileReader: unknown
    }
  }
}
