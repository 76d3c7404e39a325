using Qiansi.Torch.Loops;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds in place.</summary>
        /// <returns>The same tensor.</returns>
        public Tensor add_(Tensor target)
        {
            if (!WritesPlainly(target)) return Overwrite("add_", add(target));
            CheckWritable("add_");
            Binary.Run<Add>(this, target, this);
            return Written();
        }

        /// <summary>Adds alpha · target in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha)
        {
            if (alpha.ToDouble() == 1) return add_(target);
            return Overwrite("add_", add(target, alpha));
        }

        /// <summary>Adds a number in place.</summary>
        public Tensor add_(Scalar scalar)
        {
            if (!WritesPlainly(scalar)) return Overwrite("add_", add(scalar));
            CheckWritable("add_");
            Binary.Run<Add>(this, scalar, this);
            return Written();
        }

        /// <summary>Subtracts in place.</summary>
        public Tensor sub_(Tensor target)
        {
            if (!WritesPlainly(target)) return Overwrite("sub_", sub(target));
            CheckWritable("sub_");
            Binary.Run<Subtract>(this, target, this);
            return Written();
        }

        /// <summary>Subtracts a number in place.</summary>
        public Tensor sub_(Scalar target)
        {
            if (!WritesPlainly(target)) return Overwrite("sub_", sub(target));
            CheckWritable("sub_");
            Binary.Run<Subtract>(this, target, this);
            return Written();
        }

        /// <summary>Multiplies in place.</summary>
        public Tensor mul_(Tensor target)
        {
            if (!WritesPlainly(target)) return Overwrite("mul_", BeforeWrite(target).mul(target));
            CheckWritable("mul_");
            Binary.Run<Multiply>(this, target, this);
            return Written();
        }

        /// <summary>Multiplies by a number in place.</summary>
        public Tensor mul_(Scalar target)
        {
            if (!WritesPlainly(target)) return Overwrite("mul_", mul(target));
            CheckWritable("mul_");
            Binary.Run<Multiply>(this, target, this);
            return Written();
        }

        /// <summary>Divides in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (!WritesPlainly(target) || rounding_mode != RoundingMode.None || !type.IsFloating()) return Overwrite("div_", BeforeWrite(target).div(target, rounding_mode));
            CheckWritable("div_");
            Binary.Run<Divide>(this, target, this);
            return Written();
        }

        /// <summary>Divides by a number in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (!WritesPlainly(target) || rounding_mode != RoundingMode.None || !type.IsFloating()) return Overwrite("div_", div(target, rounding_mode));
            CheckWritable("div_");
            Binary.Run<Divide>(this, target, this);
            return Written();
        }

        /// <summary>Raises to a power in place.</summary>
        public Tensor pow_(Scalar exponent) => Overwrite("pow_", BeforeWrite(this).pow(exponent));

        /// <summary>Raises to powers in place.</summary>
        public Tensor pow_(Tensor exponent) => Overwrite("pow_", BeforeWrite(exponent).pow(exponent));

        /// <summary>The remainder in place.</summary>
        public Tensor remainder_(Tensor target) => Overwrite("remainder_", BeforeWrite(target).remainder(target));

        /// <summary>The remainder in place.</summary>
        public Tensor remainder_(Scalar scalar) => Overwrite("remainder_", remainder(scalar));

        /// <summary>The remainder in place.</summary>
        public Tensor fmod_(Scalar scalar) => Overwrite("fmod_", fmod(scalar));

        /// <summary>Negates in place.</summary>
        public Tensor neg_() => Overwrite("neg_", neg());

        /// <summary>What an operation in place whose gradient needs the value before keeps: a copy, when a gradient will be asked for.</summary>
        private Tensor BeforeWrite(Tensor other) => Torch.Autograd.GradMode.Needs(this, other) ? clone() : this;
    }
}
