using System.Reflection;
using static Qiansi.torch;

namespace Qiansi.Torch.Tests.Surface;

/// <summary>A shape, and elements, can be given in every way that the overloads name.</summary>
public sealed class CreationTests
{
    public static TheoryData<string> Sized =>
        ["zeros", "ones", "empty", "full", "rand", "randn", "randint", "new_zeros", "new_ones", "new_empty", "new_full"];

    [Theory]
    [MemberData(nameof(Sized))]
    public void Sizes_are_an_array_a_Size_or_numbers(string name)
    {
        using var scope = NewDisposeScope();
        var like = tensor(new[] { 1.0, 2 });
        var overloads = typeof(torch).GetMethods().Concat(typeof(Tensor).GetMethods())
            .Where(m => m.Name == name && m.GetParameters().All(p => !p.ParameterType.IsByRefLike)).ToList();
        var array = overloads.Single(
            m => m.GetParameters().Any(p => p.ParameterType == typeof(long[])) && m.GetParameters()[0].Name != "high");
        foreach (var overload in overloads)
        {
            var parameters = overload.GetParameters();
            var numbers = parameters.Where(p => p.Name is "size" or "rows" or "columns" or "dim0" or "dim1" or "dim2" or "dim3")
                .Count(p => p.ParameterType == typeof(long) || p.ParameterType == typeof(int));
            var shape = numbers == 0 ? [2, 3] : new long[] { 2, 3, 1, 2 }[..numbers];
            var at = 0;
            var given = parameters.Select(p =>
                p.Name is "size" or "rows" or "columns" or "dim0" or "dim1" or "dim2" or "dim3"
                    ? SizeFor(p, shape, ref at) : Other(p)).ToArray();
            var expected = SampleArguments.Outcome(
                () => array.Invoke(like, [.. array.GetParameters().Select(p => p.Name == "size" ? shape : Other(p))]));
            var actual = SampleArguments.Outcome(() => overload.Invoke(like, given));
            Assert.Equal(shape, Assert.IsType<Tensor>(actual, exactMatch: false).shape);
            SampleArguments.Same(expected, actual, elements: !name.Contains("empty"));
        }
    }

    private static object SizeFor(ParameterInfo parameter, long[] shape, ref int at) => parameter.ParameterType switch
    {
        var t when t == typeof(long[]) => shape,
        var t when t == typeof(Size) => new Size(shape),
        var t => Convert.ChangeType(shape[at++], t),
    };

    private static object? Other(ParameterInfo parameter) => parameter.Name switch
    {
        "value" => (Scalar)7.5,
        "low" => 0L,
        "high" => 9L,
        _ => parameter.DefaultValue,
    };

    /// <summary>The overloads of tensor and as_tensor, by the type of what they take.</summary>
    public static TheoryData<string, string> Elements =>
    [
        .. typeof(torch).GetMethods().Where(m => m.Name is "tensor" or "as_tensor" && IsOfElements(m))
            .Select(m => (m.Name, Element(m)!.Name)).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Elements))]
    public void Elements_are_a_number_a_list_or_an_array(string name, string type)
    {
        using var scope = NewDisposeScope();
        foreach (var overload in typeof(torch).GetMethods().Where(m => m.Name == name && IsOfElements(m) && Element(m)!.Name == type))
        {
            var element = Element(overload)!;
            var parameters = overload.GetParameters();
            var (data, shape) = Data(parameters, element);
            var rows = parameters.Any(p => p.Name == "rows");
            object?[] given =
            [
                data,
                .. parameters.Skip(1)
                    .Select(p => p.Name is "rows" or "columns" ? 2L : p.ParameterType == typeof(Device) ? CPU : p.DefaultValue),
            ];
            var made = (Tensor)overload.Invoke(null, given)!;
            Assert.Equal(rows ? [2, 2] : shape, made.shape);
            Assert.Equal(Types[element], made.dtype);
            Assert.Equal(new double[] { 1, 0, 1, 1, 0, 1, 0, 0 }[..(int)made.numel()], SampleArguments.Numbers(made));
        }
    }

    private static bool IsOfElements(MethodInfo method) =>
        method.GetParameters() is { Length: > 0 } all && all.All(p => !p.ParameterType.IsByRefLike) && Element(method) is not null;

    private static readonly Dictionary<Type, ScalarType> Types = new()
    {
        [typeof(bool)] = ScalarType.Bool,
        [typeof(byte)] = ScalarType.Byte,
        [typeof(int)] = ScalarType.Int32,
        [typeof(long)] = ScalarType.Int64,
        [typeof(Half)] = ScalarType.Float16,
        [typeof(float)] = ScalarType.Float32,
        [typeof(double)] = ScalarType.Float64,
    };

    private static Type? Element(MethodInfo method)
    {
        var first = method.GetParameters()[0].ParameterType;
        var element = first.IsArray ? first.GetElementType()! : first.IsGenericType ? first.GetGenericArguments()[0] : first;
        return Types.ContainsKey(element) ? element : null;
    }

    private static (object Data, long[] Shape) Data(ParameterInfo[] parameters, Type element)
    {
        int[] numbers = [1, 0, 1, 1, 0, 1, 0, 0];
        var first = parameters[0].ParameterType;
        if (first == element) return (To(1, element), []);
        int[] sizes = !first.IsArray ? [4] : first.GetArrayRank() switch { 1 => [4], 2 => [2, 2], 3 => [2, 1, 2], _ => [2, 1, 2, 2] };
        var array = Array.CreateInstance(element, sizes);
        var place = new int[sizes.Length];
        for (var i = 0; i < array.Length; i++)
        {
            for (var (d, rest) = (sizes.Length - 1, i); d >= 0; rest /= sizes[d--]) place[d] = rest % sizes[d];
            array.SetValue(To(numbers[i], element), place);
        }
        return (array, [.. sizes.Select(s => (long)s)]);
    }

    private static object To(int number, Type type) => type == typeof(Half) ? (Half)number : Convert.ChangeType(number, type);
}
