using Qiansi.Torch.Dispatch;

namespace Qiansi;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds in place, element by element; the other tensor broadcasts to this one.</summary>
        /// <returns>The same tensor.</returns>
        [Function("left", "right")]
        public Tensor add_(Tensor target)
        {
            if (!WritesPlainly(target)) return Overwrite("add_", add(target));
            CheckWritable("add_");
            Binary.Run<Add>(this, target, this);
            return Written();
        }

        /// <summary>Adds alpha · <paramref name="target"/> in place; it broadcasts to this tensor.</summary>
        [Function("left", "right")]
        public Tensor add_(Tensor target, Scalar alpha)
        {
            if (alpha.ToDouble() == 1) return add_(target);
            return Overwrite("add_", add(target, alpha));
        }

        /// <summary>Adds a number to each element, in place.</summary>
        [Function("left", "right")]
        public Tensor add_(Scalar scalar)
        {
            if (!WritesPlainly(scalar)) return Overwrite("add_", add(scalar));
            CheckWritable("add_");
            Binary.Run<Add>(this, scalar, this);
            return Written();
        }

        /// <summary>Subtracts in place, element by element; the other tensor broadcasts to this one.</summary>
        [Function("left", "right")]
        public Tensor sub_(Tensor target)
        {
            if (!WritesPlainly(target)) return Overwrite("sub_", sub(target));
            CheckWritable("sub_");
            Binary.Run<Subtract>(this, target, this);
            return Written();
        }

        /// <summary>Takes a number from each element, in place.</summary>
        [Function("left", "right")]
        public Tensor sub_(Scalar target)
        {
            if (!WritesPlainly(target)) return Overwrite("sub_", sub(target));
            CheckWritable("sub_");
            Binary.Run<Subtract>(this, target, this);
            return Written();
        }

        /// <summary>Multiplies in place, element by element; the other tensor broadcasts to this one.</summary>
        [Function("left", "right")]
        public Tensor mul_(Tensor target)
        {
            if (!WritesPlainly(target)) return Overwrite("mul_", BeforeWrite(target).mul(target));
            CheckWritable("mul_");
            Binary.Run<Multiply>(this, target, this);
            return Written();
        }

        /// <summary>Multiplies each element by a number, in place.</summary>
        [Function("left", "right")]
        public Tensor mul_(Scalar target)
        {
            if (!WritesPlainly(target)) return Overwrite("mul_", mul(target));
            CheckWritable("mul_");
            Binary.Run<Multiply>(this, target, this);
            return Written();
        }

        /// <summary>Divides in place, element by element; the other tensor broadcasts to this one.</summary>
        [Function("left", "right")]
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (!WritesPlainly(target) || rounding_mode != RoundingMode.None || !type.IsFloating())
                return Overwrite("div_", BeforeWrite(target).div(target, rounding_mode));
            CheckWritable("div_");
            Binary.Run<Divide>(this, target, this);
            return Written();
        }

        /// <summary>Divides each element by a number, in place.</summary>
        [Function("left", "right")]
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (!WritesPlainly(target) || rounding_mode != RoundingMode.None || !type.IsFloating())
                return Overwrite("div_", div(target, rounding_mode));
            CheckWritable("div_");
            Binary.Run<Divide>(this, target, this);
            return Written();
        }

        /// <summary>
        /// What an operation in place whose gradient needs the value before keeps: a copy, when a gradient will be asked for.
        /// </summary>
        private Tensor BeforeWrite(Tensor? other = null, Tensor? third = null) => GradMode.Needs(this, other, third) ? clone() : this;
    }
}
