namespace Atkaruu.Modules.Papers.Measures;

internal static class PaperAddress
{
    /// <summary>Full address of a page in the language of the paper; pages in Kyrgyz have no language in their address.</summary>
    /// <param name="path">«/measures/CA-017».</param>
    public static string Page(this PaperScene scene, string language, string path) => scene.Site + (language == "ky" ? "" : "/" + language) + path;
}
