namespace Qiansi;

public static partial class torch
{
    /// <summary>Zeros, of a shape.</summary>
    public static Tensor zeros(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        zeros(size.Shape, dtype, device, requires_grad);

    /// <summary>Ones, of a shape.</summary>
    public static Tensor ones(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        ones(size.Shape, dtype, device, requires_grad);

    /// <summary>Elements that are not set, of a shape.</summary>
    public static Tensor empty(Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        empty(size.Shape, dtype, device, requires_grad);

    /// <summary>One number everywhere, of a shape.</summary>
    public static Tensor full(Size size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full(size.Shape, value, dtype, device, requires_grad);

    /// <summary>Uniform numbers from 0 to below 1, of a shape.</summary>
    public static Tensor rand(
        Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        rand(size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Normally distributed numbers of mean 0 and standard deviation 1, of a shape.</summary>
    public static Tensor randn(
        Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randn(size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from 0 to below <paramref name="high"/>, of a shape.</summary>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        randint(high, size.Shape, dtype, device, requires_grad, generator);

    /// <summary>Whole numbers from <paramref name="low"/> to below <paramref name="high"/>, of a shape.</summary>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator);
}
