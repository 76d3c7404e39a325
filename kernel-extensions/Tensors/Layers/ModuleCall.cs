using System.Reflection;
using Qiansi.Modules;

namespace Qiansi.Tensors.Layers;

/// <summary>Calls a module of whatever type on sample inputs.</summary>
internal static class ModuleCall
{
    /// <summary>The result of a call; parameters behind the inputs are left at null or their default.</summary>
    /// <exception cref="InvalidOperationException">The module takes other inputs, or throws.</exception>
    public static object? Run(nn.Module module, IReadOnlyList<Tensor> inputs)
    {
        var shapes = string.Join(", ", inputs.Select(i => $"{ShapeText.Type(i.dtype)} {ShapeText.Sizes(i.sizes)}"));
        var call = module.GetType().GetMethods().Where(m => m.Name == "call" && m.GetParameters().Length >= inputs.Count)
            .MinBy(m => m.GetParameters().Length)
            ?? throw new InvalidOperationException(
                $"Summary: {module.GetType().Name} cannot be called with {inputs.Count} tensors; give it as many sample inputs as its "
                    + "forward takes");
        var parameters = call.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var type = parameters[i].ParameterType;
            arguments[i] = i < inputs.Count
                ? inputs[i] : parameters[i].HasDefaultValue
                ? parameters[i].DefaultValue : type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        try
        {
            using var grad = enable_grad();
            return call.Invoke(module, arguments);
        }
        catch (Exception e) when (e is TargetInvocationException { InnerException: not OperationCanceledException } or ArgumentException)
        {
            var cause = (e as TargetInvocationException)?.InnerException ?? e;
            throw new InvalidOperationException($"Summary: {module.GetType().Name} cannot be run on {shapes}: {cause.Message}", cause);
        }
    }

    /// <summary>A sample of a shape, of the type the module's parameters have; of whole numbers when it looks them up.</summary>
    public static Tensor Sample(nn.Module module, long[] shape)
    {
        var first = module.modules().Prepend(module).FirstOrDefault(m => !m.named_children().Any() && m.parameters().Any());
        if (first is Embedding) return zeros(shape, int64);
        return zeros(shape, module.parameters().FirstOrDefault(p => p.is_floating_point())?.dtype ?? get_default_dtype());
    }
}
