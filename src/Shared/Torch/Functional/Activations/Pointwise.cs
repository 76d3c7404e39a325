using Qiansi.Torch.Kernels;

namespace Qiansi.Torch.Functional;

/// <summary>
/// Functions of each element whose value and gradient are each one kernel: float32 takes the kernels, other types the chain of operations.
/// </summary>
internal static unsafe class Pointwise
{
    /// <param name="name">What the operation is called in the graph.</param>
    /// <param name="x">The input.</param>
    /// <param name="forward">The function.</param>
    /// <param name="gradient">The gradient of x from that of the result and x.</param>
    /// <param name="reference">The function as a chain of differentiable operations.</param>
    public static Tensor Apply<TForward, TGradient>(string name, Tensor x, TForward forward, TGradient gradient,
        Func<Tensor, Tensor> reference)
        where TForward : struct, IUnary<float>
        where TGradient : struct, IBinary<float>
    {
        if (x.type != ScalarType.Float32) return reference(x);
        var from = x.Contiguous();
        var y = Tensor.EmptyLike(from, ScalarType.Float32);
        Unary.Run(forward, (float*)from.Data, (float*)y.Data, y.count);
        GC.KeepAlive(from);
        GC.KeepAlive(y);
        return GradMode.Needs(x) ? new ActivationBackward<TGradient>(name, x, gradient, reference).Attach(y) : y;
    }

    private sealed class ActivationBackward<TGradient>(string name, Tensor x, TGradient gradient, Func<Tensor, Tensor> reference)
        : FusedNode(x)
        where TGradient : struct, IBinary<float>
    {
        public override string Name => name;

        protected override Tensor Reference(Tensor?[] inputs) => reference(inputs[0]!);

        protected override void Gradient(Tensor grad, Tensor?[] result)
        {
            var g = grad.Contiguous();
            var x = Input(0)!.Contiguous();
            var y = Tensor.EmptyLike(x, ScalarType.Float32);
            Binary.Run(gradient, (float*)g.Data, 1, (float*)x.Data, 1, (float*)y.Data, y.count);
            GC.KeepAlive(g);
            GC.KeepAlive(x);
            GC.KeepAlive(y);
            result[0] = y;
        }
    }
}
