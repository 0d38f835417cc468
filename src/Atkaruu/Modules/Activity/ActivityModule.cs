namespace Atkaruu.Modules.Activity;

/// <summary>What people are told: notices, letters, reminders.</summary>
public static class ActivityModule
{
    public static void AddActivity(this IServiceCollection services)
    {
    }
}
