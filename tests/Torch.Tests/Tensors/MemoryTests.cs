using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Tensors;

/// <summary>Whether memory comes back: counts are the whole process's, so these tests run one after the other.</summary>
[Collection("memory")]
public sealed class MemoryTests
{
    [Fact]
    [Trait("Needs", "time")]
    public void Ten_thousand_training_steps_without_Dispose_stay_flat()
    {
        var w = zeros([64, 64], requires_grad: true);
        var x = ones(16, 64);
        long Step(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var loss = (x.mm(w) - 1).square().mean();
                loss.backward();
                using (no_grad()) w.sub_(w.grad! * 0.01);
                w.grad = null;
            }
            empty_cache();
            return memory_stats().Live;
        }
        var early = Step(500);
        reset_peak_memory_stats();
        var late = Step(9500);
        Assert.True(late <= early + (4 << 20), $"{early:N0} bytes live after 500 steps, {late:N0} after 10,000");
        Assert.True(memory_stats().Peak < early + (192L << 20), $"peak {memory_stats().Peak:N0} bytes");
    }

    [Fact]
    public void Disposing_gives_the_memory_back_at_once()
    {
        var before = memory_stats().Live;
        var x = zeros(1 << 20);
        Assert.True(memory_stats().Live >= before + (4 << 20));
        var view = x[1..];
        x.Dispose();
        Assert.Equal(0f, view[0].item<float>());
        view.Dispose();
        Assert.Throws<ObjectDisposedException>(() => x.sum());
    }

    [Fact]
    public void A_scope_disposes_what_was_made_in_it_but_what_was_moved_out()
    {
        Tensor kept, gone;
        using (var scope = NewDisposeScope())
        {
            gone = ones(3);
            kept = (gone + 1).MoveToOuterDisposeScope();
            Assert.True(scope.DisposablesCount >= 1);
        }
        Assert.True(gone.IsInvalid);
        Assert.Equal([2f, 2f, 2f], kept.ToArray<float>());
    }

    [Fact]
    public void The_graph_keeps_what_it_needs_of_disposed_tensors()
    {
        var x = ones([4], requires_grad: true);
        Tensor y;
        using (NewDisposeScope())
        {
            var inner = x * 3;
            y = (inner * inner).sum().MoveToOuterDisposeScope();
        }
        y.backward();
        Assert.Equal([18f, 18f, 18f, 18f], x.grad!.ToArray<float>());
    }

    [Fact]
    public void Out_of_memory_says_how_much_was_asked()
    {
        var error = Assert.ThrowsAny<OutOfMemoryException>(() => zeros(1L << 46));
        Assert.Contains("GiB", error.Message);
    }
}
