using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Tensors;

/// <summary>Whose business tensors are: what a scope lets go of, hands out or keeps, one at a time or several.</summary>
public sealed class DisposeScopeTests
{
    [Fact]
    public void Tensors_that_are_detached_outlive_the_scope()
    {
        Tensor[] kept;
        using (var scope = NewDisposeScope())
        {
            var (a, b, c, d, e, f, g) = (ones(1), ones(1), ones(1), ones(1), ones(1), ones(1), ones(1));
            scope.Detach(a, b);
            scope.Detach(c, d, e);
            scope.Detach((IEnumerable<IDisposable>)[f]);
            Assert.Equal([g], scope.DisposablesView);
            kept = [a, b, c, d, e, f, g];
        }
        Assert.Equal([false, false, false, false, false, false, true], kept.Select(t => t.IsDisposed));
    }

    [Fact]
    public void Tensors_that_move_outwards_live_as_long_as_the_outer_scope()
    {
        using var outer = NewDisposeScope();
        Tensor[] moved;
        using (var inner = NewDisposeScope())
        {
            var (a, b, c, d, e) = inner.MoveToOuter(ones(1), ones(1), ones(1)) is var three
                ? (three.first, three.second, three.third, ones(1), ones(1)) : default;
            inner.MoveToOuter((IDisposable)d);
            inner.MoveToOuter((IEnumerable<IDisposable>)[e]);
            moved = [a, b, c, d, e];
        }
        Assert.All(moved, t => Assert.False(t.IsDisposed));
        Assert.All(moved, t => Assert.True(outer.Contains(t)));
    }

    [Fact]
    public void Everything_but_what_is_named_goes()
    {
        using var scope = NewDisposeScope();
        var (gone, a, b, c) = (ones(1), ones(1), ones(1), ones(1));
        Assert.Equal((a, b, c), scope.DisposeEverythingBut(a, b, c));
        Assert.True(gone.IsDisposed);
        Assert.Equal((a, b), scope.DisposeEverythingBut(a, b));
        Assert.True(c.IsDisposed);
        scope.DisposeEverythingBut((IDisposable)b);
        Assert.True(a.IsDisposed);
        Assert.False(b.IsDisposed);
    }

    [Fact]
    public void Tensors_of_another_scope_can_be_attached()
    {
        using var outer = NewDisposeScope();
        var (a, b) = (ones(1), ones(1));
        using (var inner = NewDisposeScope()) inner.Attach(a, b);
        Assert.True(a.IsDisposed);
        Assert.True(b.IsDisposed);
    }
}
