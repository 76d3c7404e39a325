using Qiansi.Modules;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Benchmarks;

/// <summary>The torch suite's cases, under the names torch_peer.py knows: each makes its data and gives what is timed,
/// through the names a cell uses.</summary>
internal static class TorchCases
{
    private const long Million = 1 << 20;

    public static Dictionary<string, Func<Action>> All { get; } = new[] { Products(), Layers(), Elements(), Reductions(),
        Moving(), Randomness(), TorchTrainings.All }
        .SelectMany(c => c).ToDictionary();

    private static Dictionary<string, Func<Action>> Products()
    {
        var cases = new Dictionary<string, Func<Action>>();
        foreach (var n in new[] { 64, 256, 512, 1024, 2048 })
        {
            cases[$"matmul {n}"] = () =>
            {
                var (a, b) = (Random(n, n), Random(n, n));
                return () => a.mm(b);
            };
        }

        return cases;
    }

    private static Dictionary<string, Func<Action>> Layers()
    {
        var cases = new Dictionary<string, Func<Action>>();
        foreach (var (name, batch, from, to, size, kernel, groups) in new (string, long, long, long, long, long, long)[]
        {
            ("32x16-32 28 3x3", 32, 16, 32, 28, 3, 1), ("8x64-64 56 3x3", 8, 64, 64, 56, 3, 1), ("8x64-64 56 1x1", 8, 64, 64, 56, 1, 1),
            ("8x64 56 depthwise", 8, 64, 64, 56, 3, 64), ("64x1-6 28 5x5", 64, 1, 6, 28, 5, 1),
        })
        {
            foreach (var way in new[] { "forward", "both" })
            {
                cases[$"conv {name} {way}"] = () =>
                {
                    var (x, w, b) = (Random(batch, from, size, size), Random(to, from / groups, kernel, kernel), Random(to));
                    Tensor Run() => functional.conv2d(x, w, b, padding: [kernel / 2, kernel / 2], groups: groups);
                    return way == "both" ? Both(Run, x, w, b) : () => Run();
                };
            }
        }

        cases["max pool 64x6 28 both"] = () =>
        {
            var x = Random(64, 6, 28, 28);
            return Both(() => functional.max_pool2d(x, 2), x);
        };
        cases["batch norm 8x64 56 both"] = () =>
        {
            var (x, g, b, mean, variance) = (Random(8, 64, 56, 56), Random(64), Random(64), zeros(64), ones(64));
            return Both(() => functional.batch_norm(x, mean, variance, g, b, training: true), x, g, b);
        };
        cases["layer norm 4096x384 both"] = () =>
        {
            var (x, g, b) = (Random(4096, 384), Random(384), Random(384));
            return Both(() => functional.layer_norm(x, [384], g, b), x, g, b);
        };
        cases["softmax 32768x64 both"] = () =>
        {
            var x = Random(32768, 64);
            return Both(() => x.softmax(-1), x);
        };
        cases["log softmax 64x1000 both"] = () =>
        {
            var x = Random(64, 1000);
            return Both(() => x.log_softmax(-1), x);
        };
        cases["cross entropy 4096x1000 both"] = () =>
        {
            var (x, t) = (Random(4096, 1000).requires_grad_(), randint(0, 1000, [4096]));
            return () =>
            {
                x.grad = null;
                functional.cross_entropy(x, t).backward();
            };
        };
        foreach (var causal in new[] { false, true })
        {
            foreach (var way in new[] { "forward", "both" })
            {
                cases[$"attention 16x6x256x64{(causal ? " causal" : "")} {way}"] = () =>
                {
                    var (q, k, v) = (Random(16, 6, 256, 64), Random(16, 6, 256, 64), Random(16, 6, 256, 64));
                    Tensor Run() => functional.scaled_dot_product_attention(q, k, v, is_casual: causal);
                    return way == "both" ? Both(Run, q, k, v) : () => Run();
                };
            }
        }

        foreach (var way in new[] { "", " both" })
        {
            cases[$"embedding 4096 of 50304x384{way}"] = () =>
            {
                var (w, i) = (Random(50304, 384), randint(0, 50304, [4096]));
                return way == "" ? () => functional.embedding(i, w) : Both(() => functional.embedding(i, w), w);
            };
        }

        cases["dropout 1M both"] = () =>
        {
            var x = Random(Million);
            return Both(() => functional.dropout(x, 0.1), x);
        };
        foreach (var (name, layer) in new (string, Func<Tensor, Tensor>)[] { ("lstm", Recurrent(LSTM(64, 128))),
            ("gru", Recurrent(GRU(64, 128))) })
        {
            cases[$"{name} 64-128, 32 places, batch 16 both"] = () =>
            {
                var x = Random(32, 16, 64);
                return Both(() => layer(x), x);
            };
        }

        cases["adam 1M"] = () =>
        {
            var p = new Parameter(Random(Million)) { grad = Random(Million) };
            var optimizer = optim.Adam([p], 1e-3);
            return () => optimizer.step();
        };
        return cases;
    }

    private static Func<Tensor, Tensor> Recurrent(nn.Module layer) =>
        x => layer is LSTM lstm ? lstm.call(x).Item1 : ((GRU)layer).call(x).Item1;

    private static Dictionary<string, Func<Action>> Elements() => new()
    {
        ["add 1M"] = () => Pair((x, y) => x + y),
        ["add row 1024x1024"] = () => Matrix(x => x + x[0]),
        ["add column 1024x1024"] = () => Matrix(x => x + x.narrow(1, 0, 1)),
        ["add transposed 1024x1024"] = () => Matrix(x => x + x.t()),
        ["exp 1M"] = () => Single(x => x.exp()),
        ["log 1M"] = () => Single(x => x.log()),
        ["tanh 1M"] = () => Single(x => x.tanh()),
        ["sigmoid 1M"] = () => Single(x => x.sigmoid()),
        ["gelu 1M"] = () => Single(functional.gelu),
        ["relu 1M"] = () => Single(x => x.relu()),
        ["pow 1M"] = () => Pair((x, y) => x.pow(y)),
        ["greater 1M"] = () => Pair((x, y) => x > y),
        ["where 1M"] = () => Pair((x, y) => where(x > 0.5, x, y)),
        ["masked fill 1M"] = () => Pair((x, y) => x.masked_fill(y > 0.5, 0)),
        ["clamp 1M"] = () => Single(x => x.clamp(0.2, 0.8)),
        ["to float64 1M"] = () => Single(x => x.to(float64)),
        ["bytes to float32 1M"] = () =>
        {
            var x = randint(0, 256, [Million], uint8);
            return () => x.to(float32);
        },
    };

    private static Dictionary<string, Func<Action>> Reductions() => new()
    {
        ["sum 1M"] = () => Single(x => x.sum()),
        ["sum rows 1024x1024"] = () => Matrix(x => x.sum(1)),
        ["sum columns 1024x1024"] = () => Matrix(x => x.sum(0)),
        ["sum channels 64x16x28x28"] = () =>
        {
            var x = Random(64, 16, 28, 28);
            return () => x.sum([0, 2, 3]);
        },
        ["mean rows 1024x1024"] = () => Matrix(x => x.mean(1)),
        ["variance rows 1024x1024"] = () => Matrix(x => x.var(1)),
        ["variance columns 1024x1024"] = () => Matrix(x => x.var(0)),
        ["norm 1M"] = () => Single(x => x.norm()),
        ["max 1M"] = () => Single(x => x.max()),
        ["max rows 1024x1024"] = () => Matrix(x => x.max(1)),
        ["max columns 1024x1024"] = () => Matrix(x => x.max(0)),
        ["argmax rows 65536x10"] = () =>
        {
            var x = Random(65536, 10);
            return () => x.argmax(1);
        },
        ["any 1M"] = () => Single(x => (x < 0).any()),
        ["cumsum rows 1024x1024"] = () => Matrix(x => x.cumsum(1)),
        ["logsumexp rows 1024x1024"] = () => Matrix(x => x.logsumexp(1)),
        ["softmax columns 1024x1024"] = () => Matrix(x => x.softmax(0)),
        ["sort 1M"] = () => Single(x => x.sort()),
        ["topk 10 rows 1024x1024"] = () => Matrix(x => x.topk(10)),
    };

    private static Dictionary<string, Func<Action>> Moving() => new()
    {
        ["transpose copy 1024x1024"] = () => Matrix(x => x.t().contiguous()),
        ["permute copy 32x64x28x28"] = () =>
        {
            var x = Random(32, 64, 28, 28);
            return () => x.permute(0, 2, 3, 1).contiguous();
        },
        ["cat rows 1024x1024"] = () => Matrix(x => cat([x, x], 0)),
        ["cat columns 1024x1024"] = () => Matrix(x => cat([x, x], 1)),
        ["gather 1024x1024"] = () =>
        {
            var (x, i) = (Random(1024, 1024), randint(0, 1024, [1024, 1024]));
            return () => x.gather(1, i);
        },
        ["scatter add 1024x1024"] = () =>
        {
            var (x, i) = (Random(1024, 1024), randint(0, 1024, [1024, 1024]));
            return () => x.scatter_add(1, i, x);
        },
        ["index select 4096 of 65536x64"] = () =>
        {
            var (x, i) = (Random(65536, 64), randint(0, 65536, [4096]));
            return () => x.index_select(0, i);
        },
        ["mask select 1M"] = () => Pair((x, y) => x.masked_select(y > 0.5)),
        ["pad 64x16x28x28"] = () =>
        {
            var x = Random(64, 16, 28, 28);
            return () => functional.pad(x, [1, 1, 1, 1]);
        },
    };

    private static Dictionary<string, Func<Action>> Randomness() => new()
    {
        ["rand 1M"] = () => () => rand([Million]),
        ["randn 1M"] = () => () => randn([Million]),
        ["randint 1M"] = () => () => randint(0, 10, [Million]),
        ["randperm 60000"] = () => () => randperm(60000),
        ["bernoulli 1M"] = () => () => empty([Million]).bernoulli_(0.3),
    };

    private static Action Single(Func<Tensor, Tensor> function)
    {
        var x = Random(Million).abs() + 0.01;
        return () => function(x);
    }

    private static Action Single(Func<Tensor, object> function)
    {
        var x = Random(Million).abs() + 0.01;
        return () => function(x);
    }

    private static Action Pair(Func<Tensor, Tensor, Tensor> function)
    {
        var (x, y) = (Random(Million).abs() + 0.01, Random(Million));
        return () => function(x, y);
    }

    private static Action Matrix(Func<Tensor, object> function)
    {
        var x = Random(1024, 1024);
        return () => function(x);
    }

    private static Tensor Random(params long[] shape) => (rand(shape) * 2) - 1;

    private static Action Both(Func<Tensor> run, params Tensor[] leaves)
    {
        foreach (var leaf in leaves) leaf.requires_grad_();
        var dy = rand_like(run());
        return () =>
        {
            foreach (var leaf in leaves) leaf.grad = null;
            run().backward(dy);
        };
    }
}
