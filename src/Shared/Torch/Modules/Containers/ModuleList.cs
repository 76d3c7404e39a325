namespace Qiansi.Modules
{
    /// <summary>Modules in a list, registered under their places: 0, 1, 2, …</summary>
    /// <typeparam name="T">The type of the modules.</typeparam>
    public sealed class ModuleList<T> : RegisteredList<T> where T : nn.Module
    {
        /// <summary>A list of these modules.</summary>
        public ModuleList(params T[] modules) : base("ModuleList", modules)
        {
        }

        /// <summary>Puts modules at the end.</summary>
        public void extend(IEnumerable<T> modules) => AddAll(modules);

        private protected override void Register(string place, T item) => register_module(place, item);
    }
}

namespace Qiansi
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules in a list.</summary>
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            /// <summary>Modules of one type in a list.</summary>
            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}
