using System.Runtime.CompilerServices;
using static Qiansi.torch;
using static Qiansi.torch.nn;

namespace Qiansi.Torch.Tests.Leaks;

/// <summary>Whether long training, hooks, graphs and loaders leave anything behind. Counts are the whole process's:
/// these tests run alone.</summary>
[Collection("memory")]
public sealed class LeakTests
{
    private sealed class Recorder
    {
        public long Bytes;
    }

    [Fact]
    [Trait("Needs", "time")]
    public void A_transformer_with_Adam_stays_flat_over_a_thousand_steps()
    {
        manual_seed(1);
        var embedding = Embedding(13, 16);
        var encoder = TransformerEncoder(TransformerEncoderLayer(16, 2, 32, 0.1), 1);
        var head = Linear(16, 13);
        var model = ModuleList<Module>(embedding, encoder, head);
        var tokens = randint(13, [9, 4]);
        Flat(model, () => functional.cross_entropy(
            head.call(encoder.call(embedding.call(tokens[..8]), null, null)).view(-1, 13), tokens[1..].reshape(-1)), 1000);
    }

    [Fact]
    [Trait("Needs", "time")]
    public void A_convolutional_net_with_Adam_stays_flat_over_a_thousand_steps()
    {
        manual_seed(2);
        var net = Sequential(Conv2d(1, 4, 3, padding: 1), BatchNorm2d(4), ReLU(), MaxPool2d(2), Dropout(0.1), Flatten(), Linear(64, 5));
        var (x, t) = (randn([8, 1, 8, 8]), randint(5, [8]));
        Flat(net, () => functional.cross_entropy(net.call(x), t), 1000);
    }

    /// <summary>Trains without disposing anything; live tensors and resident memory at the end are what they were early on.</summary>
    private static void Flat(Module model, Func<Tensor> loss, int steps)
    {
        var optimizer = optim.Adam(model.parameters(), 1e-3);
        void Train(int count)
        {
            for (var i = 0; i < count; i++)
            {
                optimizer.zero_grad();
                loss().backward();
                optimizer.step();
            }
        }
        Train(steps / 5);
        empty_cache();
        var (live, resident) = (memory_stats().Live, Environment.WorkingSet);
        Train(steps);
        empty_cache();
        Assert.True(memory_stats().Live <= live + (256 << 10),
            $"{live:N0} bytes of tensors live early, {memory_stats().Live:N0} after {steps} steps more");
        Assert.True(Environment.WorkingSet <= resident + (48L << 20),
            $"{resident:N0} bytes resident early, {Environment.WorkingSet:N0} after {steps} steps more");
    }

    [Fact]
    public void A_scope_around_each_step_counts_and_disposes_all_of_it()
    {
        var net = Sequential(Linear(8, 8), Tanh(), Linear(8, 1));
        var optimizer = optim.Adam(net.parameters());
        var counts = new HashSet<int>();
        for (var i = 0; i < 300; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            net.call(ones(4, 8)).square().mean().backward();
            optimizer.step();
            if (i > 2) counts.Add(scope.DisposablesCount);
            foreach (var p in net.parameters()) Assert.False(p.IsInvalid);
        }
        // The first steps make the optimizer's state; then each step makes the same number of tensors.
        Assert.Single(counts);
        Assert.Null(CurrentDisposeScope);
        Assert.True(double.IsFinite(net.call(ones(4, 8)).sum().ToDouble()));
    }

    [Fact]
    public void The_graph_is_freed_by_backward()
    {
        var w = ones(128, 512).requires_grad_();
        empty_cache();
        var before = memory_stats().Live;
        var loss = Deep(w);
        Assert.True(memory_stats().Live > before + (4 << 20), "20 results of 256 KiB are kept for the backward pass");
        loss.backward();
        w.grad = null;
        empty_cache();
        Assert.True(memory_stats().Live < before + (1 << 20), $"{memory_stats().Live - before:N0} bytes live while only the loss is held");
        GC.KeepAlive(loss);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor Deep(Tensor w)
    {
        var y = w;
        for (var i = 0; i < 20; i++) y = y * y;
        return y.sum();
    }

    [Fact]
    public void A_graph_nobody_holds_is_collected_without_backward()
    {
        var w = ones(128, 512).requires_grad_();
        empty_cache();
        var before = memory_stats().Live;
        Forget(w, 40);
        empty_cache();
        Assert.True(memory_stats().Live < before + (1 << 20), $"{memory_stats().Live - before:N0} bytes live");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(Tensor w, int graphs)
    {
        for (var i = 0; i < graphs; i++) Deep(w);
    }

    [Fact]
    public void Hooks_that_come_and_go_leave_nothing()
    {
        var net = Linear(64, 64);
        var x = ones(64, 64);
        var seen = new Recorder();
        void Once()
        {
            var hook = net.register_forward_hook((m, input, output) =>
            {
                seen.Bytes += output.numel();
                return output;
            });
            var y = net.call(x);
            y.register_hook(g => g * 1);
            y.sum().backward();
            net.zero_grad();
            hook.remove();
        }
        for (var i = 0; i < 50; i++) Once();
        empty_cache();
        var before = memory_stats().Live;
        var held = Weak(net, x);
        for (var i = 0; i < 500; i++) Once();
        empty_cache();
        Assert.True(memory_stats().Live <= before + (64 << 10), $"{memory_stats().Live - before:N0} bytes more after 500 hooks");
        Assert.False(held.IsAlive);
        var bytes = seen.Bytes;
        net.call(x);
        Assert.Equal(bytes, seen.Bytes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Weak(Modules.Linear net, Tensor x)
    {
        var caught = new Recorder();
        var hook = net.register_forward_hook((m, input, output) =>
        {
            caught.Bytes++;
            return output;
        });
        net.call(x);
        hook.remove();
        return new WeakReference(caught);
    }

    private sealed class Slow(int items) : torch.utils.data.Dataset<long>
    {
        public int Running, Most, Begun, Done;

        public override long Count => items;

        public override long GetTensor(long index)
        {
            Interlocked.Increment(ref Begun);
            var now = Interlocked.Increment(ref Running);
            Most = Math.Max(Most, now);
            Thread.Sleep(2);
            Interlocked.Decrement(ref Running);
            Interlocked.Increment(ref Done);
            return index;
        }
    }

    [Fact]
    public async Task A_loaders_workers_are_done_when_it_is()
    {
        var items = new Slow(40);
        using var loader = new Modules.DataLoader<long, long[]>(items, 2, (batch, _) => [.. batch], num_worker: 4);
        Assert.Equal(20, loader.Count());
        Assert.Equal(0, items.Running);
        Assert.Equal((40, 40), (items.Begun, items.Done));
        // A pass left early at its third batch: the three that were made ahead of it come to their end, and nothing new begins.
        foreach (var batch in loader)
        {
            if (batch[0] >= 4) break;
        }
        await Eventually.HoldsAsync(() => Volatile.Read(ref items.Done) == 40 + 12);
        Assert.Equal(40 + 12, items.Begun);
        Assert.InRange(items.Most, 1, 4);
    }
}
