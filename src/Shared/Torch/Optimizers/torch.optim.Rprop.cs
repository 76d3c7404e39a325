namespace Qiansi;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Resilient backpropagation, for parameters as <c>model.parameters()</c> gives them; for whole data sets, not
        /// batches.</summary>
        /// <param name="parameters">What is optimized.</param>
        /// <param name="lr">The first step of each weight.</param>
        /// <param name="etaminus">By which a step shrinks when the gradient's sign changes.</param>
        /// <param name="etaplus">By which a step grows while the sign stays.</param>
        /// <param name="min_step">The smallest step.</param>
        /// <param name="max_step">The largest step.</param>
        /// <param name="maximize">Whether the objective is to grow.</param>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static Rprop Rprop(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
            double max_step = 50,
            bool maximize = false) =>
            Rprop([new Rprop.ParamGroup(parameters, new Rprop.Options())], lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <inheritdoc cref="Rprop(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
        public static Rprop Rprop(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2,
            double min_step = 1e-6,
            double max_step = 50, bool maximize = false) =>
            Rprop(parameters.Select(p => p.parameter), lr, etaminus, etaplus, min_step, max_step, maximize);

        /// <summary>Resilient backpropagation, for groups of parameters; what a group does not set is taken from the arguments.</summary>
        /// <inheritdoc cref="Rprop(IEnumerable{Parameter}, double, double, double, double, double, bool)" path="/param|/exception"/>
        public static Rprop Rprop(
            IEnumerable<Rprop.ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2,
            double min_step = 1e-6, double max_step = 50,
            bool maximize = false) =>
            new(parameters, Modules.Rprop.Settings(lr, etaminus, etaplus, min_step, max_step, maximize));
    }
}
