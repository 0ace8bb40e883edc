import { useEffect, useEffectEvent, useRef } from "react";

const [shortest, longest] = [2_000, 60_000];

/**
 * Sends again what did not arrive: as soon as the connection is back, and meanwhile now and then, ever more rarely.
 * `failed` is another object for each try that failed, and null when there is nothing to send.
 */
export function useResend(failed: object | null, resend: () => void): void {
  const wait = useRef(shortest);
  const again = useEffectEvent(resend);
  useEffect(() => {
    if (!failed) {
      wait.current = shortest;
      return;
    }
    const onTime = () => {
      wait.current = Math.min(wait.current * 2, longest);
      again();
    };
    const timer = setTimeout(onTime, wait.current);
    const onBack = () => again();
    window.addEventListener("online", onBack);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", onBack);
    };
  }, [failed]);
}
