using Qiansi.Torch.Kernels;

namespace Qiansi.Benchmarks;

/// <summary>The torch suite's cases, under the names torch_peer.py knows: each makes its data and gives what is timed.</summary>
internal static unsafe class TorchCases
{
    private const long Million = 1 << 20;

    public static Dictionary<string, Func<NativeArrays, Action>> All { get; } = Create();

    private static Dictionary<string, Func<NativeArrays, Action>> Create()
    {
        var cases = new Dictionary<string, Func<NativeArrays, Action>>();
        foreach (var n in new[] { 64, 256, 512, 1024, 2048 }) cases[$"matmul {n}"] = m => MatMul(m, n);
        foreach (var (name, shape) in new (string, ConvShape)[]
        {
            ("32x16-32 28 3x3", new ConvShape(32, 16, 28, 28, 32, 3, 3, 1, 1, 1, 1)),
            ("8x64-64 56 3x3", new ConvShape(8, 64, 56, 56, 64, 3, 3, 1, 1, 1, 1)),
            ("8x64-64 56 1x1", new ConvShape(8, 64, 56, 56, 64, 1, 1)),
            ("8x64 56 depthwise", new ConvShape(8, 64, 56, 56, 64, 3, 3, 1, 1, 1, 1, 1, 1, 64)),
            ("64x1-6 28 5x5", new ConvShape(64, 1, 28, 28, 6, 5, 5, 1, 1, 2, 2)),
        })
        {
            cases[$"conv {name} forward"] = m => Conv(m, shape, false);
            cases[$"conv {name} both"] = m => Conv(m, shape, true);
        }

        cases["max pool 64x6 28 both"] = MaxPooling;
        cases["batch norm 8x64 56 both"] = BatchNormalisation;
        cases["layer norm 4096x384 both"] = LayerNormalisation;
        cases["softmax 32768x64 both"] = SoftmaxRows;
        cases["cross entropy 4096x1000 both"] = Loss;
        foreach (var causal in new[] { false, true })
        {
            foreach (var backward in new[] { false, true }) cases[$"attention 16x6x256x64{(causal ? " causal" : "")} {(backward ? "both" : "forward")}"] = m => Attend(m, causal, backward);
        }

        cases["embedding 4096 of 50304x384"] = m => Embed(m, false);
        cases["embedding 4096 of 50304x384 both"] = m => Embed(m, true);
        cases["adam 1M"] = Adam;
        cases["add 1M"] = m =>
        {
            float* x = m.Random(Million), y = m.Random(Million), z = m.New<float>(Million);
            return () => Binary.Run(default(Add<float>), x, 1, y, 1, z, Million);
        };
        cases["exp 1M"] = m => Map(m, default(Exponential<float>));
        cases["log 1M"] = m => Map(m, default(Logarithm<float>));
        cases["tanh 1M"] = m => Map(m, default(HyperbolicTangent<float>));
        cases["sigmoid 1M"] = m => Map(m, default(Sigmoid<float>));
        cases["gelu 1M"] = m => Map(m, default(Gelu<float>));
        cases["relu 1M"] = m => Map(m, default(Relu<float>));
        cases["sum 1M"] = m =>
        {
            var x = m.Random(Million);
            return () => ReduceDimension.SumAll(x, Million);
        };
        cases["max 1M"] = m =>
        {
            var x = m.Random(Million);
            var y = m.New<float>(1);
            return () => ReduceDimension.Extreme(x, y, null, 1, Million, 1, true);
        };
        foreach (var (name, create) in TorchTrainings.All) cases[name] = _ => create();
        return cases;
    }

    private static Action Map<TOperation>(NativeArrays m, TOperation operation)
        where TOperation : struct, IUnary<float>
    {
        float* x = m.Random(Million), y = m.New<float>(Million);
        for (long i = 0; i < Million; i++) x[i] = MathF.Abs(x[i]) + 0.01f;
        return () => Unary.Run(operation, x, y, Million);
    }

    private static Action MatMul(NativeArrays m, long n)
    {
        float* a = m.Random(n * n), b = m.Random(n * n), c = m.New<float>(n * n);
        return () => Gemm.Run(n, n, n, 1f, a, n, 1, b, n, 1, 0f, c, n);
    }

    private static Action Conv(NativeArrays m, ConvShape s, bool backward)
    {
        long inputs = s.Batch * s.InChannels * s.Height * s.Width, outputs = s.Batch * s.OutChannels * s.OutHeight * s.OutWidth, weights = s.OutChannels * s.Window;
        float* x = m.Random(inputs), w = m.Random(weights), b = m.Random(s.OutChannels), dy = m.Random(outputs);
        float* y = m.New<float>(outputs), dx = m.New<float>(inputs), dw = m.New<float>(weights), db = m.New<float>(s.OutChannels);
        return () =>
        {
            ConvForward.Run(s, x, w, b, y);
            if (!backward) return;
            ConvBackwardData.Run(s, w, dy, dx);
            ConvBackwardWeight.Run(s, x, dy, dw, db);
        };
    }

    private static Action MaxPooling(NativeArrays m)
    {
        var s = new PoolShape(64 * 6, 28, 28, 2, 2, 2, 2);
        float* x = m.Random(64 * 6 * 28 * 28), y = m.New<float>(64 * 6 * 14 * 14), dy = m.Random(64 * 6 * 14 * 14), dx = m.New<float>(64 * 6 * 28 * 28);
        var indices = m.New<long>(64 * 6 * 14 * 14);
        return () =>
        {
            MaxPool.Forward(s, x, y, indices);
            MaxPool.Backward(s, dy, indices, dx);
        };
    }

    private static Action BatchNormalisation(NativeArrays m)
    {
        const long N = 8 * 64 * 56 * 56;
        float* x = m.Random(N), dy = m.Random(N), y = m.New<float>(N), dx = m.New<float>(N), g = m.Random(64), b = m.Random(64);
        float* mean = m.New<float>(64), rstd = m.New<float>(64), variance = m.New<float>(64), dg = m.New<float>(64), db = m.New<float>(64);
        return () =>
        {
            BatchNorm.Forward(x, g, b, y, mean, rstd, variance, 8, 64, 56 * 56, 1e-5f);
            BatchNorm.Backward(x, g, mean, rstd, dy, dx, dg, db, 8, 64, 56 * 56, true);
        };
    }

    private static Action LayerNormalisation(NativeArrays m)
    {
        const long Rows = 4096, N = 384;
        float* x = m.Random(Rows * N), dy = m.Random(Rows * N), y = m.New<float>(Rows * N), dx = m.New<float>(Rows * N), g = m.Random(N), b = m.Random(N);
        float* mean = m.New<float>(Rows), rstd = m.New<float>(Rows), dg = m.New<float>(N), db = m.New<float>(N);
        return () =>
        {
            LayerNorm.Forward(x, g, b, y, mean, rstd, Rows, N, 1e-5f);
            LayerNorm.Backward(x, g, mean, rstd, dy, dx, dg, db, Rows, N);
        };
    }

    private static Action SoftmaxRows(NativeArrays m)
    {
        const long Rows = 32768, N = 64;
        float* x = m.Random(Rows * N), dy = m.Random(Rows * N), y = m.New<float>(Rows * N), dx = m.New<float>(Rows * N);
        return () =>
        {
            Softmax.Forward(x, y, Rows, N, 1, false);
            Softmax.Backward(y, dy, dx, Rows, N, 1, false);
        };
    }

    private static Action Loss(NativeArrays m)
    {
        const long Rows = 4096, N = 1000;
        float* x = m.Random(Rows * N), losses = m.New<float>(Rows), lse = m.New<float>(Rows), g = m.New<float>(Rows * N), scale = m.Random(1);
        var targets = m.Indices(Rows, (int)N);
        return () =>
        {
            CrossEntropy.Forward(x, targets, null, Rows, N, 0f, -100, losses, lse);
            CrossEntropy.Backward(x, targets, null, lse, Rows, N, 0f, -100, scale, 0, g);
        };
    }

    private static Action Attend(NativeArrays m, bool causal, bool backward)
    {
        var s = new AttentionShape(16, 6, 256, 256, 64, 64, causal);
        const long N = 16 * 6 * 256 * 64;
        AttentionRows<float> Rows(float* start) => AttentionRows<float>.Contiguous(start, 6, 256, 64);
        AttentionRows<float> q = Rows(m.Random(N)), k = Rows(m.Random(N)), v = Rows(m.Random(N)), dO = Rows(m.Random(N));
        AttentionRows<float> o = Rows(m.New<float>(N)), dq = Rows(m.New<float>(N)), dk = Rows(m.New<float>(N)), dv = Rows(m.New<float>(N));
        var lse = m.New<float>(16 * 6 * 256);
        return () =>
        {
            Attention.Forward(s, 0.125f, q, k, v, null, o, lse);
            if (backward) Attention.Backward(s, 0.125f, q, k, v, null, o, lse, dO, dq, dk, dv);
        };
    }

    private static Action Embed(NativeArrays m, bool backward)
    {
        const long Rows = 50304, Width = 384, Count = 4096;
        float* table = m.Random(Rows * Width), y = m.New<float>(Count * Width), gradient = m.New<float>(Rows * Width);
        var indices = m.Indices(Count, (int)Rows);
        return () =>
        {
            Embedding.Gather(table, Width, indices, Count, y);
            if (!backward) return;
            // A fresh gradient of the whole table, as PyTorch's dense one.
            new Span<float>(gradient, (int)(Rows * Width)).Clear();
            Embedding.ScatterAdd(gradient, Rows, Width, indices, Count, y, -1);
        };
    }

    private static Action Adam(NativeArrays m)
    {
        float* p = m.Random(Million), g = m.Random(Million), first = m.New<float>(Million), second = m.New<float>(Million);
        var step = 0;
        return () =>
        {
            step++;
            OptimizerStep.Adam(p, g, first, second, null, Million, 1e-3, 1e-3 / (1 - Math.Pow(0.9, step)), Math.Sqrt(1 - Math.Pow(0.999, step)), 0.9, 0.999, 1e-8, 0, false);
        };
    }
}
