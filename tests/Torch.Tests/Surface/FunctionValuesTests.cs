using System.Reflection;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>torch.name(input, …) gives what input.name(…) gives, or refuses what that refuses: every function that has a method.</summary>
public sealed class FunctionValuesTests
{
    private static readonly ILookup<string, (MethodInfo Function, MethodInfo Method)> Pairs =
        typeof(torch).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(f => !f.IsGenericMethod && f.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Tensor))
            .Where(f => f.Name != "save" && f.GetParameters().All(p => !p.ParameterType.IsByRefLike))
            .Select(f =>
                (Function: f, Method: typeof(Tensor).GetMethod(f.Name, [.. f.GetParameters().Skip(1).Select(p => p.ParameterType)])!))
            .Where(p => p.Method is { IsStatic: false, IsGenericMethod: false })
            .ToLookup(p => p.Function.Name);

    public static TheoryData<string> Names => [.. Pairs.Select(p => p.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_gives_what_its_method_gives(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var (function, method) in Pairs[name])
        {
            foreach (var input in SampleArguments.Inputs())
            {
                var arguments = SampleArguments.For(function.GetParameters().Skip(1), input);
                var expected = SampleArguments.Outcome(() => method.Invoke(input.clone(), arguments));
                var actual = SampleArguments.Outcome(() => function.Invoke(null, [input.clone(), .. arguments]));
                // Elements that are not set are whatever they are.
                SampleArguments.Same(expected, actual, elements: !name.StartsWith("empty", StringComparison.Ordinal));
            }
        }
    }

    public static TheoryData<string> Aliases =>
    [
        .. typeof(nn.functional).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => char.IsUpper(m.Name[0]))
            .Select(m => m.Name).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Aliases))]
    public void A_function_in_capitals_is_the_one_without(string name)
    {
        using var scope = NewDisposeScope();
        var capitals = typeof(nn.functional).GetMethod(name)!;
        var plain = typeof(nn.functional).GetMethods().First(m => m.Name == name.ToLowerInvariant());
        var x = SampleArguments.Inputs()[0];
        var arguments = SampleArguments.For(capitals.GetParameters().Skip(1), x);
        var rest = SampleArguments.For(plain.GetParameters().Skip(1), x);
        SampleArguments.Same(plain.Invoke(null, [x.clone(), .. rest]), capitals.Invoke(null, [x.clone(), .. arguments]));
    }

    public static TheoryData<string> Layers =>
        [.. typeof(nn).GetMethods().Where(m => m.GetParameters().Any(p => p.Name == "inplace")).Select(m => m.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_in_place_gives_the_same_and_writes_it_over_its_input(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var factory in typeof(nn).GetMethods().Where(m => m.Name == name && m.GetParameters().Any(p => p.Name == "inplace")))
        {
            // (N, C, L), which every layer takes.
            var x = rand(2, 3, 4, float64, generator: new Generator(3)) - 0.5;
            var input = x.clone();
            SampleArguments.Same(Run(inplace: false, x), Run(inplace: true, input));
            SampleArguments.Same(Run(inplace: false, x), input);

            object? Run(bool inplace, Tensor to)
            {
                var given = factory.GetParameters().Select(p => p.Name == "inplace" ? inplace : SampleArguments.For(p, x)).ToArray();
                return SampleArguments.Outcome(() => ((nn.Module<Tensor, Tensor>)factory.Invoke(null, given)!).call(to));
            }
        }
    }
}
