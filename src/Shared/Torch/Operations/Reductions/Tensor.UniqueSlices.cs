namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        private (Tensor, Tensor?, Tensor?) UniqueSlices(int dim, bool inverse, bool counts, bool inOrder)
        {
            var d = Shape.Dim(dim, sizes.Length, inOrder ? "unique" : "unique_consecutive");
            var rows = movedim([d], [0]).reshape(sizes[d], -1).to_type(ScalarType.Float64).contiguous();
            var (n, width) = ((int)rows.sizes[0], (int)rows.sizes[1]);
            var elements = rows.ToArray<double>();
            int[] order = [.. Enumerable.Range(0, n)];
            if (inOrder) Array.Sort(order, (a, b) => Compare(a, b) is var c && c != 0 ? c : a.CompareTo(b));
            var (chosen, times, places) = (new List<long>(), new List<long>(), new long[n]);
            for (var i = 0; i < n; i++)
            {
                if (i == 0 || Compare(order[i - 1], order[i]) != 0)
                {
                    chosen.Add(order[i]);
                    times.Add(0);
                }
                times[^1]++;
                places[order[i]] = chosen.Count - 1;
            }
            return (index_select(d, tensor(chosen, int64)), inverse ? tensor(places) : null, counts ? tensor(times, int64) : null);

            int Compare(int a, int b) => elements.AsSpan(a * width, width).SequenceCompareTo(elements.AsSpan(b * width, width));
        }
    }
}
