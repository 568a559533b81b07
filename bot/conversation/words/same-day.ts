const SAME_DAY =
  /\bsame (?:day|date|dates|time|departure|weekend)\b|(?:วัน|รอบ|เวลา)(?:เดียวกัน|เดิม)|同じ(?:日|日程|時間)|同日|同一天/i
/** 'Same day', วันเดียวกัน, 同じ日に. */
export const onSameDay = (said: string): boolean => SAME_DAY.test(said)
