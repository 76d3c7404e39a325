namespace Qiansi.Text;

/// <summary>
/// Merges the tokens of one piece: of the pairs in it the one learned first, the leftmost of several; n log n for n bytes.
/// </summary>
internal static class MergeQueue
{
    public static long[] Merge(int[] tokens, Dictionary<(int Left, int Right), int> merges)
    {
        // Tokens are a list over their places: a merge takes the second of two out, and writes the new one at the place of the first.
        int[] next = [.. Enumerable.Range(1, tokens.Length)], before = [.. Enumerable.Range(-1, tokens.Length)];
        var pairs = new PriorityQueue<(int Place, int Right), (int Token, int Place)>();
        for (var place = 0; place + 1 < tokens.Length; place++) Offer(place);
        while (pairs.TryDequeue(out var pair, out var order))
        {
            var (place, right) = pair;
            if (tokens[place] < 0 || next[place] != right || !merges.TryGetValue((tokens[place], tokens[right]), out var token)
                || token != order.Token) continue;
            (tokens[place], tokens[right], next[place]) = (token, -1, next[right]);
            if (next[place] < tokens.Length) before[next[place]] = place;
            Offer(place);
            if (before[place] >= 0) Offer(before[place]);
        }

        return [.. tokens.Where(t => t >= 0).Select(t => (long)t)];

        void Offer(int place)
        {
            var right = next[place];
            if (right < tokens.Length && merges.TryGetValue((tokens[place], tokens[right]), out var token))
                pairs.Enqueue((place, right), (token, place));
        }
    }
}
