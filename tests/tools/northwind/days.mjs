// Days of the calendar, in UTC, so that the machine's zone does not matter.

const DAY_MS = 86_400_000;

/** @param {string} date as YYYY-MM-DD @param {number} days */
export const addDays = (date, days) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from `earlier` to `later`. @param {string} earlier @param {string} later */
export const daysBetween = (earlier, later) => Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS);

/** The day itself, or the Monday after it if it is of a weekend. @param {string} date */
export function workday(date) {
  const weekday = new Date(date).getUTCDay();
  return addDays(date, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
