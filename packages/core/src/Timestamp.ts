/**
 * ISO 8601 text on the wire, `Date` in the program.
 *
 * @since 0.1.0
 */
const digits = (text: string, start: number, end: number): number => {
  let value = 0
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31

/** Days from 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin on 1 March. */
const epochDay = (year: number, month: number, day: number): number => {
  const years = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + dayOfYear - 719468
}

const minus = 45
const plus = 43
const colon = 58
const dot = 46

/** Minutes east of UTC written from `at` to the end of `text`, `NaN` when that is no offset. */
const offsetMinutes = (text: string, at: number): number => {
  const sign = text.charCodeAt(at)
  const length = text.length - at
  if (length === 1) return sign === 90 || sign === 122 ? 0 : Number.NaN
  if (sign !== plus && sign !== minus) return Number.NaN
  const hours = digits(text, at + 1, at + 3)
  let minutes = 0
  if (length === 6 && text.charCodeAt(at + 3) === colon) minutes = digits(text, at + 4, at + 6)
  else if (length === 5) minutes = digits(text, at + 3, at + 5)
  else if (length !== 3) return Number.NaN
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN
  return sign === minus ? -(hours * 60 + minutes) : hours * 60 + minutes
}

const dayMillis = 86_400_000

/**
 * Reads ISO 8601 text: a date alone (midnight UTC), or a date and a time with `T`, `t` or a space between them.
 *
 * - Offsets are `Z`, `z`, `+hh:mm`, `+hhmm` and `+hh`; text without one is UTC, never local time. This is why
 *   `Date.parse` is not used: it reads a date and time without an offset as local time, and lets each engine read
 *   what is not ISO 8601 as it likes.
 * - Seconds may be absent; 1 to 9 fraction digits are read and cut to milliseconds.
 * - `24:00` is the next midnight. A leap second (`:60` in the last minute of a UTC day) is the second after it.
 * - Years have four digits, or a sign and six as `Date.prototype.toISOString` writes them.
 *
 * Anything else, a day that does not exist included, is `undefined`.
 *
 * @since 0.1.0
 * @category decoding
 */
export const parse = (text: string): Date | undefined => {
  const first = text.charCodeAt(0)
  const signed = first === plus || first === minus
  const at = signed ? 7 : 4
  const absolute = digits(text, signed ? 1 : 0, at)
  const year = first === minus ? -absolute : absolute
  const month = digits(text, at + 1, at + 3)
  const day = digits(text, at + 4, at + 6)
  if (text.charCodeAt(at) !== minus || text.charCodeAt(at + 3) !== minus || Object.is(year, -0)) return undefined
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return undefined
  let millis = epochDay(year, month, day) * dayMillis
  if (text.length > at + 6) {
    const time = timeMillis(text, at + 6, millis)
    if (time === undefined) return undefined
    millis += time
  }
  const date = new Date(millis)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** Numbers from here on are milliseconds since 1970, smaller ones seconds: 1973-03-03 or the year 5138. */
const firstMilliseconds = 1e11

/**
 * As {@link parse}. Also reads seconds or milliseconds since 1970, as a number or as text.
 *
 * @since 0.1.0
 * @category decoding
 */
export const parseAny = (input: string | number): Date | undefined => {
  if (typeof input === "string" && !/^\d+(?:\.\d+)?$/.test(input)) return parse(input)
  const value = Number(input)
  const date = new Date(value < firstMilliseconds ? value * 1000 : value)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** Milliseconds that the time from `at` to the end of `text` adds to the midnight `midnight`. */
const timeMillis = (text: string, at: number, midnight: number): number | undefined => {
  const separator = text.charCodeAt(at)
  if (separator !== 84 && separator !== 116 && separator !== 32) return undefined
  const hours = digits(text, at + 1, at + 3)
  const minutes = digits(text, at + 4, at + 6)
  if (text.charCodeAt(at + 3) !== colon || !(hours <= 24 && minutes <= 59)) return undefined
  let seconds = 0
  let fraction = 0
  let end = at + 6
  if (text.charCodeAt(end) === colon) {
    seconds = digits(text, end + 1, end + 3)
    if (!(seconds <= 60)) return undefined
    end += 3
    if (text.charCodeAt(end) === dot) {
      const start = ++end
      while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
      if (end === start || end - start > 9) return undefined
      fraction = Math.floor(digits(text, start, Math.min(end, start + 3)) * 10 ** Math.max(0, 3 - (end - start)))
    }
  }
  const offset = end === text.length ? 0 : offsetMinutes(text, end)
  if (Number.isNaN(offset) || (hours === 24 && (minutes > 0 || seconds > 0 || fraction > 0))) return undefined
  const whole = (hours * 3600 + minutes * 60 + seconds) * 1000 - offset * 60_000
  return seconds === 60 && (midnight + whole) % dayMillis !== 0 ? undefined : whole + fraction
}
