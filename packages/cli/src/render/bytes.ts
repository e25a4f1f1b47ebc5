/**
 * Sizes, rates and times as people read them.
 *
 * @since 0.1.0
 */

const units = ["B", "kB", "MB", "GB", "TB"] as const

/**
 * Powers of 1000 with three digits at most, e.g. `12.3 MB`.
 *
 * @since 0.1.0
 * @category formatting
 */
export const size = (bytes: number): string => {
  let value = bytes
  let unit = 0
  // 999.95 would be written as 1000.0.
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1
  return `${value.toFixed(digits)} ${units[unit] ?? ""}`
}

/**
 * `3s`, `2m05s`, `1h02m`; from milliseconds.
 *
 * @since 0.1.0
 * @category formatting
 */
export const time = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 60) return `${seconds}s`
  const [large, small, names] =
    seconds < 3600
      ? ([Math.floor(seconds / 60), seconds % 60, ["m", "s"]] as const)
      : ([Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), ["h", "m"]] as const)
  return `${large}${names[0]}${String(small).padStart(2, "0")}${names[1]}`
}

/**
 * Bytes in a time, e.g. `8.1 MB/s`; empty when no time has passed.
 *
 * @since 0.1.0
 * @category formatting
 */
export const rate = (bytes: number, milliseconds: number): string =>
  milliseconds <= 0 ? "" : `${size((bytes * 1000) / milliseconds)}/s`
