using System.Reflection;
using Qiansi.Torch.Tests.Surface;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Operations;

/// <summary>
/// A method in place gives the numbers and the gradients of the one that makes a new tensor, whichever of the two a cell uses.
/// </summary>
public sealed class InPlaceTests
{
    private static readonly ILookup<string, (MethodInfo Plain, MethodInfo InPlace)> Pairs = typeof(Tensor).GetMethods()
        .Where(m => !m.IsStatic && m.ReturnType == typeof(Tensor) && m.GetParameters().All(p => !p.ParameterType.IsByRefLike))
        .Select(m => (Plain: m, InPlace: typeof(Tensor).GetMethod(m.Name + "_", [.. m.GetParameters().Select(p => p.ParameterType)])!))
        .Where(p => p.InPlace is not null)
        .ToLookup(p => p.Plain.Name);

    public static TheoryData<string> Names => [.. Pairs.Select(p => p.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_twin_in_place_has_the_values_and_gradients_of_the_method(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var (plain, inPlace) in Pairs[name])
        {
            foreach (var numbers in SampleArguments.Inputs())
            {
                var (x, other) = (Leaf(numbers), Leaf(numbers));
                var (to, written) = (x * 1, other * 1);
                var arguments = SampleArguments.For(plain.GetParameters(), numbers);
                // What is refused, and what has another type or shape and so cannot be written over its input, has no twin to compare.
                if (SampleArguments.Outcome(() => plain.Invoke(to, arguments)) is not Tensor y || y.dtype != to.dtype) continue;
                var outcome = SampleArguments.Outcome(() => inPlace.Invoke(written, arguments));
                if (outcome is not Tensor && y.numel() != written.numel()) continue;
                Assert.Same(written, outcome);
                SampleArguments.Same(y, written);
                if (!y.requires_grad) continue;
                y.sum().backward();
                written.sum().backward();
                SampleArguments.Same(x.grad, other.grad);
            }
        }
    }

    [Fact]
    public void A_gradient_that_needs_the_value_before_has_it_when_the_other_operand_is_asked_for()
    {
        using var scope = NewDisposeScope();
        var (y, x) = (tensor(new[] { 1.0, 2.0 }), tensor(new[] { 3.0, 4.0 }, requires_grad: true));
        y.atan2(x).sum().backward();
        var gradient = x.grad!.clone();
        x.grad = null;
        y.clone().atan2_(x).sum().backward();
        SampleArguments.Same(gradient, x.grad);
    }

    private static Tensor Leaf(Tensor numbers) => numbers.is_floating_point() ? numbers.clone().requires_grad_() : numbers.clone();
}
