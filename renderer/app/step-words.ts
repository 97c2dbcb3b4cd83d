import { useCatalogue, useText } from './text';

/** Question and answers of a step, by its key. */
export function useStepWords(): (key: string) => { readonly question: string; answer(id: string): string } {
  const words = useCatalogue();
  const t = useText();
  return (key) => {
    const [symptom = '', step = ''] = key.split('/');
    const text = words.symptom(symptom)?.steps[step];
    return {
      question: text?.question ?? key,
      answer: (id) => (id === 'unsure' ? t('unsure') : (text?.answers[id] ?? id)),
    };
  };
}
