using Qiansi.Torch.Dispatch;
using Qiansi.Torch.Tensors;

namespace Qiansi;

public static partial class torch
{
    /// <summary>x where the condition holds, else y. All broadcast to one shape.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Tensor.Where(condition, x, y);

    /// <summary>A number where the condition holds, else y.</summary>
    public static Tensor where(Tensor condition, Scalar x, Tensor y) => Tensor.Where(condition, full([], x, Promotion.Of(y, x)), y);

    /// <summary>x where the condition holds, else a number.</summary>
    public static Tensor where(Tensor condition, Tensor x, Scalar y) => Tensor.Where(condition, x, full([], y, Promotion.Of(x, y)));

    /// <summary>The indices where the condition holds, a tensor for each dimension.</summary>
    public static Tensor[] where(Tensor condition) => condition.nonzero().unbind(1);

    public partial class Tensor
    {
        /// <summary>This where the condition holds, else y. All broadcast to one shape.</summary>
        public Tensor where(Tensor condition, Tensor y) => Where(condition, this, y);

        /// <summary>This where the condition holds, else a number.</summary>
        public Tensor where(Tensor condition, Scalar y) => torch.where(condition, this, y);

        internal static Tensor Where(Tensor condition, Tensor a, Tensor b)
        {
            if (condition.type is not (ScalarType.Bool or ScalarType.Byte))
                throw new ArgumentException(
                    $"where: the condition is {condition.type.TorchName()}; it must be of truth values, as comparisons give");
            var type = Promotion.Of(a, b);
            var x = a.Cast(type);
            var z = b.Cast(type);
            var y = Empty(Shape.Broadcast(Shape.Broadcast(x.sizes, z.sizes, "where"), condition.sizes, "where"), type);
            Select.Run(condition, x, z, y);
            return GradMode.Needs(a, b) ? new WhereBackward0(condition, a, b).Attach(y) : y;
        }

        // y = c ? a : b;  ∂a = g where c, ∂b = g where not c
        private sealed class WhereBackward0(Tensor condition, Tensor a, Tensor b) : Node(a, b)
        {
            private Saved condition = new(condition);

            protected override Tensor Backward(int input, Tensor grad) =>
                input == 0 ? torch.where(condition, grad, 0.0) : torch.where(condition, 0.0, grad);

            protected internal override void Release() => condition.Release();
        }

        /// <summary>A number where the mask holds, the elements elsewhere; the mask, truth values, broadcasts to the tensor.</summary>
        [Function, InPlace(Function = false)]
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            if (mask.type != ScalarType.Bool)
                throw new ArgumentException(
                    $"masked_fill: the mask is {mask.type.TorchName()}; it must be torch.bool, as comparisons give");
            var y = Empty(Shape.Broadcast(sizes, mask.sizes, "masked_fill"), type);
            var fill = full([], value, type);
            Select.Run(mask, fill, this, y);
            return GradMode.Needs(this) ? new MaskedFillBackward0(this, mask).Attach(y) : y;
        }

        // y = m ? s : x;  ∂x = 0 where m, else g
        private sealed class MaskedFillBackward0(Tensor x, Tensor mask) : UnaryNode(x, mask)
        {
            protected override Tensor Backward(Tensor grad, Tensor mask) => grad.masked_fill(mask, 0);
        }
    }
}
