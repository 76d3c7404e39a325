namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>As <c>nn.functional.threshold</c>.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => nn.functional.threshold(this, threshold.ToDouble(), value.ToDouble());

        /// <summary>As <c>nn.functional.threshold</c>, in place.</summary>
        public Tensor threshold_(Scalar threshold, Scalar value) => Overwrite("threshold_", nn.functional.threshold(BeforeWrite(this), threshold.ToDouble(), value.ToDouble()));

        /// <summary>As <c>nn.functional.softplus</c>.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => nn.functional.softplus(this, beta, threshold);

        /// <summary>As <c>nn.functional.logsigmoid</c>.</summary>
        public Tensor log_sigmoid() => nn.functional.logsigmoid(this);

        /// <summary>As <c>nn.functional.relu6</c>.</summary>
        public Tensor relu6() => nn.functional.relu6(this);

        /// <summary>As <c>nn.functional.relu6</c>, in place.</summary>
        public Tensor relu6_() => Overwrite("relu6_", nn.functional.relu6(BeforeWrite(this)));

        /// <summary>As <c>nn.functional.celu</c>.</summary>
        public Tensor celu() => nn.functional.celu(this);

        /// <summary>As <c>nn.functional.celu</c>, in place.</summary>
        public Tensor celu_() => Overwrite("celu_", nn.functional.celu(BeforeWrite(this)));

        /// <summary>As <c>nn.functional.celu</c>.</summary>
        public Tensor celu(Scalar alpha) => nn.functional.celu(this, alpha.ToDouble());

        /// <summary>As <c>nn.functional.celu</c>, in place.</summary>
        public Tensor celu_(Scalar alpha) => Overwrite("celu_", nn.functional.celu(BeforeWrite(this), alpha.ToDouble()));

        /// <summary>As <c>nn.functional.elu</c>.</summary>
        public Tensor elu(double alpha = 1) => nn.functional.elu(this, alpha);

        /// <summary>As <c>nn.functional.elu</c>, in place.</summary>
        public Tensor elu_(double alpha = 1) => Overwrite("elu_", nn.functional.elu(BeforeWrite(this), alpha));

        /// <summary>As <c>nn.functional.gelu</c>.</summary>
        public Tensor gelu() => nn.functional.gelu(this);

        /// <summary>As <c>nn.functional.gelu</c>.</summary>
        public Tensor gelu(Modules.GELU.Approximate approximate) => nn.functional.gelu(this, approximate);

        /// <summary>As <c>nn.functional.gelu</c>, in place.</summary>
        public Tensor gelu_() => Overwrite("gelu_", nn.functional.gelu(BeforeWrite(this)));

        /// <summary>As <c>nn.functional.gelu</c>, in place.</summary>
        public Tensor gelu_(Modules.GELU.Approximate approximate) => Overwrite("gelu_", nn.functional.gelu(BeforeWrite(this), approximate));

        /// <summary>As <c>nn.functional.glu</c>.</summary>
        public Tensor glu(long dim = -1) => nn.functional.glu(this, dim);

        /// <summary>As <c>nn.functional.hardsigmoid</c>.</summary>
        public Tensor hardsigmoid() => nn.functional.hardsigmoid(this);

        /// <summary>As <c>nn.functional.hardsigmoid</c>, in place.</summary>
        public Tensor hardsigmoid_() => Overwrite("hardsigmoid_", nn.functional.hardsigmoid(BeforeWrite(this)));

        /// <summary>As <c>nn.functional.hardswish</c>.</summary>
        public Tensor hardswish() => nn.functional.hardswish(this);

        /// <summary>As <c>nn.functional.hardswish</c>, in place.</summary>
        public Tensor hardswish_() => Overwrite("hardswish_", nn.functional.hardswish(BeforeWrite(this)));

        /// <summary>As <c>nn.functional.hardtanh</c>.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => nn.functional.hardtanh(this, min.ToDouble(), max.ToDouble());

        /// <summary>As <c>nn.functional.hardtanh</c>, in place.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => Overwrite("hardtanh_", nn.functional.hardtanh(BeforeWrite(this), min.ToDouble(), max.ToDouble()));

        /// <summary>As <c>nn.functional.leaky_relu</c>.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => nn.functional.leaky_relu(this, negative_slope.ToDouble());

        /// <summary>As <c>nn.functional.leaky_relu</c>, in place.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Overwrite("leaky_relu_", nn.functional.leaky_relu(BeforeWrite(this), negative_slope.ToDouble()));

        /// <summary>As <c>nn.functional.selu</c>.</summary>
        public Tensor selu() => nn.functional.selu(this);

        /// <summary>As <c>nn.functional.selu</c>, in place.</summary>
        public Tensor selu_() => Overwrite("selu_", nn.functional.selu(BeforeWrite(this)));

        /// <summary>As <c>nn.functional.silu</c>.</summary>
        public Tensor silu() => nn.functional.silu(this);

        /// <summary>As <c>nn.functional.silu</c>, in place.</summary>
        public Tensor silu_() => Overwrite("silu_", nn.functional.silu(BeforeWrite(this)));

        /// <summary>As <c>nn.functional.prelu</c>.</summary>
        public Tensor prelu(Tensor target) => nn.functional.prelu(this, target);
    }
}
