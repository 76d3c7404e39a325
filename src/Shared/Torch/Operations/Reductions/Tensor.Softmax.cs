using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>eˣ / Σ eˣ along a dimension: numbers to probabilities.</summary>
        [Function]
        public Tensor softmax(long dim, ScalarType? dtype = null)
        {
            var x = dtype is { } type ? to_type(type) : this;
            if (!x.type.IsFloating())
                throw new InvalidOperationException($"softmax: of {x.type.TorchName()} is not made; convert first: .to(torch.float32)");
            var d = Shape.Dim(dim, sizes.Length, "softmax");
            var y = SoftmaxRows.Run(x, d, logarithm: false);
            return GradMode.Needs(x) ? new SoftmaxBackward0(x, y, d).Attach(y) : y;
        }

        // y = eˣ/Σeˣ;  ∂x = y·(g − Σ g·y)
        private sealed class SoftmaxBackward0(Tensor x, Tensor y, int dim) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y)
            {
                if (!GradMode.Enabled) return SoftmaxRows.Gradient(y, grad, dim, logarithm: false);
                var weighted = grad * y;
                return weighted - (y * weighted.sum(dim, keepdim: true));
            }
        }

        /// <summary>x − ln Σ eˣ along a dimension: the logarithm of <see cref="softmax"/>, without its rounding.</summary>
        [Function]
        public Tensor log_softmax(long dim, ScalarType? dtype = null)
        {
            var x = dtype is { } type ? to_type(type) : this;
            if (!x.type.IsFloating())
                throw new InvalidOperationException($"log_softmax: of {x.type.TorchName()} is not made; convert first: .to(torch.float32)");
            var d = Shape.Dim(dim, sizes.Length, "log_softmax");
            var y = SoftmaxRows.Run(x, d, logarithm: true);
            return GradMode.Needs(x) ? new LogSoftmaxBackward0(x, y, d).Attach(y) : y;
        }

        // y = x − ln Σeˣ;  ∂x = g − eʸ·Σ g
        private sealed class LogSoftmaxBackward0(Tensor x, Tensor y, int dim) : UnaryNode(x, y)
        {
            protected override Tensor Backward(Tensor grad, Tensor y) =>
                GradMode.Enabled ? grad - (y.exp() * grad.sum(dim, keepdim: true)) : SoftmaxRows.Gradient(y, grad, dim, logarithm: true);
        }
    }
}
