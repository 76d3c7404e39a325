namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Rows of a table: indices (…) give (…, width).</summary>
            /// <param name="input">Rows' numbers, int64 or int32.</param>
            /// <param name="weight">The table, (rows, width).</param>
            /// <param name="padding_idx">A row that gets no gradient.</param>
            /// <exception cref="ArgumentException">An index is no row, or types do not fit.</exception>
            public static Tensor embedding(Tensor input, Tensor weight, long? padding_idx = null)
            {
                if (weight.sizes.Length != 2)
                    throw new ArgumentException(
                        $"embedding: the table must be a matrix (rows, width), it has shape {Shape.Text(weight.sizes)}");
                if (input.type is not (ScalarType.Int64 or ScalarType.Int32))
                    throw new ArgumentException(
                        $"embedding: indices are int64, these are {input.type.TorchName()}; convert: .to(torch.int64)");
                var indices = input.Cast(ScalarType.Int64).Contiguous();
                var rows = weight.sizes[0];
                var span = indices.Span<long>();
                for (var i = 0; i < span.Length; i++)
                {
                    if ((ulong)span[i] >= (ulong)rows)
                        throw new ArgumentException(
                            $"embedding: index {span[i]} at place {i} is no row: the table has {rows}, numbered 0 to {rows - 1} (input "
                                + $"shape {Shape.Text(input.sizes)})");
                }
                GC.KeepAlive(indices);
                var flat = indices.Alias([indices.count], [1], indices.offset);
                long[] shape = [.. input.sizes, weight.sizes[1]];
                Tensor y;
                using (no_grad()) y = weight.index_select(0, flat).Reshaped(shape);
                return GradMode.Needs(weight) ? new EmbeddingBackward0(weight, flat, padding_idx).Attach(y) : y;
            }

            // y = W[i];  ∂W: each row sums the gradients of the places it was looked up for
            private sealed class EmbeddingBackward0(Tensor weight, Tensor indices, long? padding) : Node(weight)
            {
                private readonly long[] shape = weight.sizes;
                private Saved indices = new(indices);

                protected override Tensor Backward(int input, Tensor grad)
                {
                    if (!GradMode.Enabled && grad.type == ScalarType.Float32) return Summed(grad.Contiguous());
                    var parts = grad.reshape(-1, shape[1]);
                    if (padding is { } row) parts = parts.masked_fill((indices.Value == row).unsqueeze(1), 0);
                    return zeros(shape, grad.type).index_add(0, indices, parts, 1);
                }

                private unsafe Tensor Summed(Tensor grad)
                {
                    var y = zeros(shape, ScalarType.Float32);
                    var rows = indices.Value;
                    Torch.Kernels.Embedding.ScatterAdd((float*)y.Data, shape[0], shape[1], (long*)rows.Data, rows.count, (float*)grad.Data,
                        padding ?? -1);
                    GC.KeepAlive(grad);
                    GC.KeepAlive(rows);
                    return y;
                }

                protected internal override void Release() => indices.Release();
            }
        }
    }
}
