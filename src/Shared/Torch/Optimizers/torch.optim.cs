namespace Qiansi;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent, for parameters as <c>model.parameters()</c> gives them.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            SGD([new SGD.ParamGroup(parameters, new SGD.Options())], learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
        public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0,
            double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            SGD(parameters.Select(p => p.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent, for groups of parameters; what a group does not set is taken from the arguments.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters, new SGD.ParamGroup([], learningRate, momentum, dampening, weight_decay, nesterov, maximize).Options);

        /// <summary>Adam, for parameters as <c>model.parameters()</c> gives them.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            Adam([new Adam.ParamGroup(parameters, new Adam.Options())], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
        public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            Adam(parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>Adam, for groups of parameters; what a group does not set is taken from the arguments.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, new Adam.ParamGroup([], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize).Options);

        /// <summary>
        /// AdamW. As in TorchSharp nothing decays by default (PyTorch: 0.01), for parameters as <c>model.parameters()</c> gives them.
        /// </summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            AdamW([new AdamW.ParamGroup(parameters, new AdamW.Options())], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
        public static AdamW AdamW(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9,
            double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            AdamW(parameters.Select(p => p.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>
        /// AdamW. As in TorchSharp nothing decays by default (PyTorch: 0.01), for groups of parameters; what a group does not set is taken
        /// from the arguments.
        /// </summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, new AdamW.ParamGroup([], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize).Options);

        /// <summary>Adagrad, for parameters as <c>model.parameters()</c> gives them.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static Adagrad Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10) =>
            Adagrad([new Adagrad.ParamGroup(parameters, new Adagrad.Options())], lr, lr_decay, weight_decay,
                initial_accumulator_value, eps);

        /// <inheritdoc cref="Adagrad(IEnumerable{Parameter}, double, double, double, double, double)"/>
        public static Adagrad Adagrad(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-2, double lr_decay = 0,
            double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
            Adagrad(parameters.Select(p => p.parameter), lr, lr_decay, weight_decay, initial_accumulator_value, eps);

        /// <summary>Adagrad, for groups of parameters; what a group does not set is taken from the arguments.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static Adagrad Adagrad(IEnumerable<Adagrad.ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0,
            double weight_decay = 0, double initial_accumulator_value = 0, double eps = 1e-10) =>
            new(parameters, new Adagrad.ParamGroup([], lr, lr_decay, weight_decay, initial_accumulator_value, eps).Options);

        /// <summary>RMSprop, for parameters as <c>model.parameters()</c> gives them.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
            double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            RMSProp([new RMSProp.ParamGroup(parameters, new RMSProp.Options())], lr, alpha, eps, weight_decay, momentum,
                centered, maximize);

        /// <inheritdoc cref="RMSProp(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
        public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99,
            double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            RMSProp(parameters.Select(p => p.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSprop, for groups of parameters; what a group does not set is taken from the arguments.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
            double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters, new RMSProp.Options
            {
                LearningRate = lr,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
                maximize = maximize,
            });

        /// <summary>Adadelta, for parameters as <c>model.parameters()</c> gives them.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static Adadelta Adadelta(IEnumerable<Parameter> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6,
            double weight_decay = 0, bool maximize = false) =>
            Adadelta([new Adadelta.ParamGroup(parameters, new Adadelta.Options())], lr, rho, eps, weight_decay, maximize);

        /// <inheritdoc cref="Adadelta(IEnumerable{Parameter}, double, double, double, double, bool)"/>
        public static Adadelta Adadelta(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1.0, double rho = 0.9,
            double eps = 1e-6, double weight_decay = 0, bool maximize = false) =>
            Adadelta(parameters.Select(p => p.parameter), lr, rho, eps, weight_decay, maximize);

        /// <summary>Adadelta, for groups of parameters; what a group does not set is taken from the arguments.</summary>
        /// <exception cref="ArgumentException">There are none, one is given twice, or a setting is out of its range.</exception>
        public static Adadelta Adadelta(IEnumerable<Adadelta.ParamGroup> parameters, double lr = 1.0, double rho = 0.9, double eps = 1e-6,
            double weight_decay = 0, bool maximize = false) =>
            new(parameters,
                new Adadelta.Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize });
    }
}
