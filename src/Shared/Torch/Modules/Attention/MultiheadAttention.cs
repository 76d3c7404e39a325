using Qiansi.Torch.Functional;

namespace Qiansi.Modules
{
    /// <summary>Attention in several heads (Vaswani et al. 2017): queries (L, N, E) look at keys and values (S, N, E).</summary>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor?>>
    {
        private readonly long width, heads;
        private readonly double dropout;
        private readonly bool addZero, batchFirst, sameWidths;
        private readonly Linear outProjection;

        internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn,
            long? kdim, long? vdim, bool batch_first) : base(nameof(MultiheadAttention))
        {
            if (num_heads < 1 || embedded_dim % num_heads != 0)
                throw new ArgumentException($"MultiheadAttention: a width of {embedded_dim} cannot be divided into {num_heads} heads");
            (width, heads, this.dropout, addZero, batchFirst) = (embedded_dim, num_heads, dropout, add_zero_attn, batch_first);
            sameWidths = (kdim ?? width) == width && (vdim ?? width) == width;
            if (sameWidths)
            {
                register_parameter("in_proj_weight", new Parameter(empty([3 * width, width])));
            }
            else
            {
                register_parameter("q_proj_weight", new Parameter(empty([width, width])));
                register_parameter("k_proj_weight", new Parameter(empty([width, kdim ?? width])));
                register_parameter("v_proj_weight", new Parameter(empty([width, vdim ?? width])));
            }
            register_parameter("in_proj_bias", bias ? new Parameter(zeros(3 * width)) : null);
            register_module("out_proj", outProjection = nn.Linear(width, width, bias));
            register_parameter("bias_k", add_bias_kv ? new Parameter(empty([1, 1, width])) : null);
            register_parameter("bias_v", add_bias_kv ? new Parameter(empty([1, 1, width])) : null);
            foreach (var name in (string[])["in_proj_weight", "q_proj_weight", "k_proj_weight", "v_proj_weight"])
            {
                if (get_parameter(name) is { } weight) nn.init.xavier_uniform_(weight);
            }
            if (outProjection.bias is { } shift) nn.init.zeros_(shift);
            if (!add_bias_kv) return;
            nn.init.xavier_normal_(get_parameter("bias_k")!);
            nn.init.xavier_normal_(get_parameter("bias_v")!);
        }

        /// <summary>Whether the batch is the first dimension of queries, keys and values.</summary>
        internal bool IsBatchFirst => batchFirst;

        /// <summary>What the queries find, and how much each looked at each key.</summary>
        /// <param name="query">(L, N, E), or (N, L, E) when the batch comes first, or (L, E).</param>
        /// <param name="key">(S, N, kdim), likewise.</param>
        /// <param name="value">(S, N, vdim), likewise.</param>
        /// <param name="key_padding_mask">(N, S): true where a key is not to be seen; or numbers that are added.</param>
        /// <param name="need_weights">
        /// Whether the weights are wanted: (N, L, S), the mean over heads. Without them a faster path is taken.
        /// </param>
        /// <param name="attn_mask">(L, S) or (N · heads, L, S): true where a query may not look; or numbers that are added.</param>
        /// <exception cref="ArgumentException">Shapes do not fit.</exception>
        public override Tuple<Tensor, Tensor?> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights,
            Tensor? attn_mask)
        {
            Check(query, key, value);
            var single = query.sizes.Length == 2;
            if (single) return Single(query, key, value, key_padding_mask, need_weights, attn_mask);
            if (!batchFirst) (query, key, value) = (query.transpose(0, 1), key.transpose(0, 1), value.transpose(0, 1));
            var (q, k, v) = Project(query, key, value);
            var mask = Mask(key_padding_mask, attn_mask, q, k);
            if (get_parameter("bias_k") is { } bk) (k, v, mask) = (Extended(k, bk), Extended(v, get_parameter("bias_v")!), Wider(mask));
            (q, k, v) = (Split(q), Split(k), Split(v));
            if (addZero)
            {
                long[] one = [k.sizes[0], heads, 1, width / heads];
                (k, v, mask) = (cat([k, zeros(one, k.type)], 2), cat([v, zeros(one, v.type)], 2), Wider(mask));
            }
            var drops = training ? dropout : 0;
            Tensor y;
            Tensor? weights = null;
            if (need_weights || drops > 0)
            {
                (y, weights) = Attentions.Reference(q, k, v, mask, causal: false, drops);
            }
            else
            {
                y = nn.functional.scaled_dot_product_attention(q, k, v, mask);
            }
            return Tuple.Create(Joined(y), need_weights ? weights!.mean([1L]) : null);
        }

        /// <summary>Calls the hooks that come before, the calculation, and the hooks that come after it;
        /// gives what the last of them makes of the result.</summary>
        public new Tuple<Tensor, Tensor?> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null,
            bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        private Tuple<Tensor, Tensor?> Single(Tensor query, Tensor key, Tensor value, Tensor? padding, bool need_weights, Tensor? mask)
        {
            var batch = batchFirst ? 0 : 1;
            var (y, weights) = forward(query.unsqueeze(batch), key.unsqueeze(batch), value.unsqueeze(batch), padding?.unsqueeze(0),
                need_weights, mask);
            return Tuple.Create(y.squeeze(batch), weights?.squeeze(0));
        }

        private void Check(Tensor query, Tensor key, Tensor value)
        {
            var n = query.sizes.Length;
            if (n is not (2 or 3) || key.sizes.Length != n || value.sizes.Length != n)
                throw new ArgumentException(
                    $"MultiheadAttention: query {Shape.Text(query.sizes)}, key {Shape.Text(key.sizes)}, value {Shape.Text(value.sizes)}; "
                        + $"all must have three dimensions ({(batchFirst ? "N, L" : "L, N")}, E), or two (L, E)");
            if (query.sizes[^1] != width)
                throw new ArgumentException(
                    $"MultiheadAttention: query has {query.sizes[^1]} features, layer expects {width} (query shape "
                        + $"{Shape.Text(query.sizes)})");
            var length = batchFirst || n == 2 ? n - 2 : 0;
            if (key.sizes[length] != value.sizes[length])
                throw new ArgumentException(
                    $"MultiheadAttention: key {Shape.Text(key.sizes)} and value {Shape.Text(value.sizes)} must be of one length");
        }

        private (Tensor, Tensor, Tensor) Project(Tensor query, Tensor key, Tensor value)
        {
            var bias = get_parameter("in_proj_bias");
            if (!sameWidths)
                return (Part("q_proj_weight", query, 0), Part("k_proj_weight", key, 1), Part("v_proj_weight", value, 2));
            var weight = get_parameter("in_proj_weight")!;
            if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
            {
                var all = nn.functional.linear(query, weight, bias).chunk(3, -1);
                return (all[0], all[1], all[2]);
            }
            var parts = weight.chunk(3, 0);
            return (Linear(query, parts[0], 0), Linear(key, parts[1], 1), Linear(value, parts[2], 2));

            Tensor Part(string name, Tensor x, int place) => Linear(x, get_parameter(name)!, place);

            Tensor Linear(Tensor x, Tensor w, int place) => nn.functional.linear(x, w, bias?.narrow(0, place * width, width));
        }

        /// <summary>Heads (N, heads, L, E/heads) joined and projected to (L, N, E) or (N, L, E).</summary>
        private Tensor Joined(Tensor y)
        {
            var (n, l) = (y.sizes[0], y.sizes[2]);
            return batchFirst
                ? outProjection.call(y.transpose(1, 2).reshape(n, l, width))
                : outProjection.call(y.permute(2, 0, 1, 3).reshape(l, n, width));
        }

        private Tensor Split(Tensor x) => x.reshape(x.sizes[0], x.sizes[1], heads, width / heads).transpose(1, 2);

        private static Tensor Extended(Tensor x, Parameter last) => cat([x, last.expand(x.sizes[0], 1, x.sizes[2])], 1);

        /// <summary>Both masks as one, to be added to the scores (N, heads, L, S); null when there is none.</summary>
        private Tensor? Mask(Tensor? padding, Tensor? attention, Tensor q, Tensor k)
        {
            var (n, l, s) = (q.sizes[0], q.sizes[1], k.sizes[1]);
            Tensor? sum = null;
            if (attention is not null)
            {
                if (!Shape.Same(attention.sizes, [l, s]) && !Shape.Same(attention.sizes, [n * heads, l, s]))
                    throw new ArgumentException(
                        $"MultiheadAttention: attn_mask has shape {Shape.Text(attention.sizes)}; [{l}, {s}] or [{n * heads}, {l}, {s}] "
                            + "is needed");
                sum = Numbers(attention, q.type);
                if (attention.sizes.Length == 3) sum = sum.reshape(n, heads, l, s);
            }
            if (padding is null) return sum;
            if (!Shape.Same(padding.sizes, [n, s]))
                throw new ArgumentException(
                    $"MultiheadAttention: key_padding_mask has shape {Shape.Text(padding.sizes)}; [{n}, {s}] (batch, keys) is needed");
            var hidden = Numbers(padding, q.type).reshape(n, 1, 1, s);
            return sum is null ? hidden : sum + hidden;
        }

        private static Tensor Numbers(Tensor mask, ScalarType type) =>
            mask.type == ScalarType.Bool ? zeros(mask.sizes, type).masked_fill(mask, double.NegativeInfinity) : mask.to_type(type);

        /// <summary>One more key, which everybody may look at.</summary>
        private static Tensor? Wider(Tensor? mask) => mask is null ? null : nn.functional.pad(mask, [0, 1]);

        /// <inheritdoc/>
        public override string extra_repr() => "";
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer of attention in several heads.</summary>
            /// <param name="embedded_dim">The width of queries and of the output.</param>
            /// <param name="num_heads">How many heads it is divided into.</param>
            /// <param name="dropout">The probability with which weights are dropped while training.</param>
            /// <param name="add_bias_kv">Whether a key and a value are learned that everybody sees.</param>
            /// <param name="add_zero_attn">Whether a key and a value of zeros are added.</param>
            /// <param name="kdim">The width of keys, when it is another.</param>
            /// <param name="vdim">The width of values, when it is another.</param>
            /// <param name="batch_first">Whether inputs are (N, L, E) instead of (L, N, E).</param>
            public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0.0, bool bias = true,
                bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null, bool batch_first = false) =>
                    new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim, batch_first);
        }
    }
}
