using Atkaruu.Modules.Control.Signals;

namespace Atkaruu.Modules.Control;

public static class ControlModule
{
    public static void AddControl(this IServiceCollection services)
    {
        services.AddSingleton<SidesShelf>();
        services.AddScoped<SignalBoard>();
    }
}
